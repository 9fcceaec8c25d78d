package dev.faultline.campaign.run;

/** How a seed ended, as a campaign counts it. */
public enum SeedOutcome {
  /** Something was done, and every rule that could be judged held. */
  PASSED,
  /** A rule was broken. */
  FAILED,
  /** A bound was hit, or a check gave up. */
  UNDECIDED,
  /** No operation succeeded before the recovery: nothing broke, and little was tried. */
  IDLE
}
