package dev.faultline.random;

import dev.faultline.values.DurationRange;
import java.time.Duration;
import java.util.List;

/** A distribution made ready for many samples: its parameters as plain numbers. */
@FunctionalInterface
public interface Sampler {
  /** The duration at a quantile, in nanoseconds, from 64 random bits. */
  long sample(long bits);

  /** Makes a distribution ready. */
  static Sampler of(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Constant(Duration value) -> constant(value.toNanos());
      case Distribution.Uniform(DurationRange range) ->
          uniform(range.min().toNanos(), range.max().toNanos());
      case Distribution.Exponential(Duration mean) -> exponential((double) mean.toNanos());
      case Distribution.Normal(Duration mean, Duration deviation) ->
          normal((double) mean.toNanos(), (double) deviation.toNanos());
      case Distribution.Lognormal(Duration median, Duration p99) ->
          lognormal((double) median.toNanos(), (double) p99.toNanos());
      case Distribution.Pareto(Duration least, double shape) ->
          pareto((double) least.toNanos(), shape);
      case Distribution.Empirical(List<Duration> values) -> empirical(values);
    };
  }

  private static Sampler constant(long nanos) {
    return bits -> nanos;
  }

  private static Sampler uniform(long min, long max) {
    long span = max - min + 1;
    return bits -> min + Math.unsignedMultiplyHigh(bits, span);
  }

  private static Sampler exponential(double mean) {
    return bits -> Limits.clamp(-StrictMath.log1p(-Draws.unit(bits)) * mean);
  }

  private static Sampler normal(double mean, double sigma) {
    if (sigma == 0) {
      return constant((long) mean);
    }
    double below = NormalQuantile.cumulative(-mean / sigma);
    return bits -> {
      double quantile = below + (1 - below) * Draws.openUnit(bits);
      return Limits.clamp(mean + sigma * NormalQuantile.at(Math.min(quantile, Limits.BELOW_ONE)));
    };
  }

  private static Sampler lognormal(double median, double p99) {
    double sigma = StrictMath.log(p99 / median) / NormalQuantile.OF_99_PERCENT;
    return bits ->
        Limits.clamp(median * StrictMath.exp(sigma * NormalQuantile.at(Draws.openUnit(bits))));
  }

  private static Sampler pareto(double least, double shape) {
    return bits ->
        Limits.clamp(least * StrictMath.exp(-StrictMath.log1p(-Draws.unit(bits)) / shape));
  }

  private static Sampler empirical(List<Duration> values) {
    long[] nanos = values.stream().mapToLong(Duration::toNanos).toArray();
    return bits -> nanos[Draws.below(bits, nanos.length)];
  }
}
