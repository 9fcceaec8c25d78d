package dev.faultline.values;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a node: a server ({@code n1}), a client ({@code c3}) or any other participant.
 *
 * <p>Two ids are equal when their names are. Ids order naturally, so {@code n2} comes before {@code
 * n10}.
 */
public final class NodeId implements Comparable<NodeId> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

  private final String name;
  private final long key;

  private NodeId(String name) {
    this.name = name;
    this.key = Hash.of(name);
  }

  /**
   * Reads a node's name.
   *
   * @param name a letter, then letters, digits, {@code -} or {@code _}; at most 63 characters
   * @throws IllegalArgumentException when the name has another form
   */
  public static NodeId parse(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a node's name is a letter, then letters, digits, - or _, got '" + name + "'");
    }
    return new NodeId(name);
  }

  /** Same as {@link #parse}; reads better in code. */
  public static NodeId of(String name) {
    return parse(name);
  }

  public String name() {
    return name;
  }

  /** A 64-bit hash of the name: the part this node plays in the keys of random decisions. */
  public long key() {
    return key;
  }

  @Override
  public int compareTo(NodeId other) {
    return NaturalOrder.compare(name, other.name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof NodeId that && key == that.key && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return (int) key;
  }

  @Override
  public String toString() {
    return name;
  }
}
