package dev.faultline.campaign.shrink;

import java.time.Duration;

/**
 * How much a failure is worth.
 *
 * @param runs how many scenarios are run at most
 * @param wall how long it may take on this machine; it only cuts, and the result says so
 */
public record Effort(long runs, Duration wall) {
  /** Enough for most failures to become as small as they can. */
  public static final Effort USUAL = new Effort(60_000, Duration.ofSeconds(60));

  public Effort {
    if (runs < 1) {
      throw new IllegalArgumentException("runs is at least 1, got " + runs);
    }
  }

  /** The same with another number of runs. */
  public Effort withRuns(long other) {
    return new Effort(other, wall);
  }
}
