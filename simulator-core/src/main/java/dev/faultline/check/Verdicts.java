package dev.faultline.check;

import java.util.List;

/** Where a check says what it found. */
public interface Verdicts {
  /** The fact being judged, with its node, time and event: keep it to cite it later. */
  Sighting sighting();

  /**
   * The rule is broken.
   *
   * @param evidence the few facts that contradict each other, oldest first; the current one last
   * @param format what is wrong, in one sentence, for {@code String.format} in the root locale
   */
  void violated(List<Sighting> evidence, String format, Object... args);
}
