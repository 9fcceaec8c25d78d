package dev.faultline.campaign;

import dev.faultline.campaign.run.SeedOutcome;

/** How many seeds ended how. */
public record SeedCounts(long passed, long failed, long undecided, long idle) {
  /** No seed yet. */
  public static final SeedCounts NONE = new SeedCounts(0, 0, 0, 0);

  /** All seeds. */
  public long total() {
    return passed + failed + undecided + idle;
  }

  /** Both together. */
  public SeedCounts plus(SeedCounts other) {
    return new SeedCounts(
        passed + other.passed,
        failed + other.failed,
        undecided + other.undecided,
        idle + other.idle);
  }

  /** One more seed. */
  public SeedCounts plus(SeedOutcome outcome) {
    return switch (outcome) {
      case PASSED -> new SeedCounts(passed + 1, failed, undecided, idle);
      case FAILED -> new SeedCounts(passed, failed + 1, undecided, idle);
      case UNDECIDED -> new SeedCounts(passed, failed, undecided + 1, idle);
      case IDLE -> new SeedCounts(passed, failed, undecided, idle + 1);
    };
  }
}
