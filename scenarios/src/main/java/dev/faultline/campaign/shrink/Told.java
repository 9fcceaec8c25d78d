package dev.faultline.campaign.shrink;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A failing run, and the steps that it takes.
 *
 * @param whole were all deliveries tried whether they are needed?
 */
record Told(Sample sample, List<Step> steps, boolean whole) {
  /** So many other seeds are tried, and so many of those that fail are looked at. */
  private static final long SEEDS = 1_000;

  private static final int LOOKED_AT = 10;

  static Told of(Sample sample, Lab lab) {
    List<Step> steps = Deliveries.needed(sample, lab).steps();
    return new Told(sample, steps, !lab.isSpent());
  }

  /** The same scenario under the seed of a few under which it takes the fewest steps. */
  Told underBestSeed(Lab lab) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(sample.scenario()::withSeed)
        .flatMap(candidate -> lab.attempt(candidate).stream())
        .limit(LOOKED_AT)
        .map(other -> of(other, lab))
        .filter(Told::whole)
        .reduce(this, (best, other) -> other.steps.size() < best.steps.size() ? other : best);
  }
}
