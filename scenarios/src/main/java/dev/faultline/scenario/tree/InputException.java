package dev.faultline.scenario.tree;

/** Something that the user wrote cannot be used. The message is one line that starts with where. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 600;

  private final String line;

  /**
   * Makes an exception for a place.
   *
   * @param problem may quote what the user wrote: it becomes one line of moderate length
   */
  public InputException(Place place, String problem) {
    this(oneLine(place.toString()) + ": " + shortened(oneLine(problem)));
  }

  private InputException(String line) {
    super(line);
    this.line = line;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** The one line for the user. */
  public String line() {
    return line;
  }
}
