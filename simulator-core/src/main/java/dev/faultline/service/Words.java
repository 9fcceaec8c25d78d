package dev.faultline.service;

import java.util.Optional;

/** Parts of the sentences in which models tell people about operations. */
final class Words {
  private static final int MAX_LENGTH = 40;

  private Words() {}

  /** {@code " = v17"}, or {@code " absent"}. */
  static String value(Optional<String> value) {
    return value.map(Words::value).orElse(" absent");
  }

  /** {@code " = v17"}. */
  static String value(String value) {
    return " = " + shorten(value);
  }

  /**
   * What became of a compare-and-set.
   *
   * @param matched what it answered, if anybody saw it
   */
  static String compareAndSet(
      String what, String expected, String value, Optional<Boolean> matched) {
    String from = shorten(expected);
    String to = shorten(value);
    return matched
        .map(yes ->
            yes
                ? "changed " + what + " from " + from + " to " + to
                : "found " + what + " to be other than " + from)
        .orElse("asked to change " + what + " from " + from + " to " + to);
  }

  /** The end of a long text tells it apart: that is where an append adds. */
  static String shorten(String text) {
    if (text.isEmpty()) {
      return "''";
    }
    return text.length() <= MAX_LENGTH ? text : "…" + text.substring(text.length() - MAX_LENGTH);
  }
}
