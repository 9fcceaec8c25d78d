package dev.faultline.scenario.tree;

/**
 * Where a value was written.
 *
 * @param origin the file as the user named it, or the option that gave the value
 * @param line from 1; 0 when the origin alone says where
 * @param column from 1; 0 when the origin alone says where
 */
public record Place(String origin, int line, int column) {
  /** Of values that no user wrote. */
  public static final Place NOWHERE = whole("");

  /** The origin as a whole. */
  public static Place whole(String origin) {
    return new Place(origin, 0, 0);
  }

  /** {@code file:line:column}, or the origin alone. */
  @Override
  public String toString() {
    return line == 0 ? origin : origin + ":" + line + ":" + column;
  }
}
