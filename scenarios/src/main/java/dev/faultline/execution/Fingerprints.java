package dev.faultline.execution;

import java.util.Locale;

/** Fingerprints in text: sixteen hexadecimal digits. */
public final class Fingerprints {
  private Fingerprints() {}

  /** Writes a fingerprint. */
  public static String text(long fingerprint) {
    return String.format(Locale.ROOT, "%016x", fingerprint);
  }

  /**
   * Reads a fingerprint.
   *
   * @throws NumberFormatException when the text is none
   */
  public static long parse(String text) {
    return Long.parseUnsignedLong(text, 16);
  }
}
