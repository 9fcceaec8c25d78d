package dev.faultline.campaign;

import dev.faultline.campaign.run.SeedRun;
import java.util.List;

/**
 * Failures that look alike.
 *
 * @param shape what they have in common
 * @param count how many seeds failed so
 * @param seeds the first of them, at most {@link #SHOWN}
 * @param smallest the run with the fewest events, the first of equals
 */
public record FailureGroup(Shape shape, long count, List<Long> seeds, SeedRun smallest) {
  /** So many seeds of a group are kept. */
  public static final int SHOWN = 10;

  public FailureGroup {
    seeds = List.copyOf(seeds);
  }
}
