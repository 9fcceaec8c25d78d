package dev.faultline.campaign.swarm;

import dev.faultline.random.Distribution;
import dev.faultline.values.DurationRange;
import java.time.Duration;
import java.util.List;

/** Distributions of a drawn shape. */
final class Shapes {
  private static final List<Double> TAILS = List.of(2.0, 5.0, 20.0);

  private Shapes() {}

  /** A distribution of about this median: always the same, spread out, or with a tail. */
  static Distribution around(Duration median, Luck luck) {
    double nanos = (double) median.toNanos();
    return switch (luck.at("kind").whole(0, 3)) {
      case 0 -> new Distribution.Constant(median);
      case 1 ->
          new Distribution.Uniform(new DurationRange(Duration.ZERO, Spread.duration(2 * nanos)));
      case 2 -> new Distribution.Exponential(Spread.duration(nanos * 1.4));
      default ->
          new Distribution.Lognormal(median, Spread.duration(nanos * luck.at("tail").pick(TAILS)));
    };
  }
}
