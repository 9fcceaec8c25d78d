package dev.faultline.check;

/** How a check, a run or a campaign ended. */
public enum Verdict {
  /** Everything that was to be judged was judged and held. */
  PASS,
  /** A rule was broken. */
  VIOLATION,
  /** A bound was hit, a checker gave up, or nothing happened: neither good nor bad. */
  UNDECIDED
}
