package dev.faultline.random;

import dev.faultline.values.DurationRange;
import dev.faultline.values.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A distribution of durations. A sample is the quantile of one random number, so that a larger
 * number never gives a shorter duration: a search strategy can steer it.
 */
public sealed interface Distribution {
  /** The longest sample that any distribution gives: 1000 hours. */
  long MAX_NANOS = 1_000L * 3_600_000_000_000L;

  /** Ready for many samples. */
  default Sampler sampler() {
    return Sampler.of(this);
  }

  /** The duration at a quantile, in nanoseconds, from 64 random bits. */
  default long sample(long bits) {
    return sampler().sample(bits);
  }

  /** Always the same. */
  record Constant(Duration value) implements Distribution {
    public Constant {
      Limits.notNegative("value", value);
    }
  }

  /** Every duration of a range is as likely as any other. */
  record Uniform(DurationRange range) implements Distribution {}

  /** Exponential: waits without memory. */
  record Exponential(Duration mean) implements Distribution {
    public Exponential {
      Limits.notNegative("mean", mean);
    }
  }

  /** Normal, cut off at zero: what would be negative is drawn from the rest. */
  record Normal(Duration mean, Duration deviation) implements Distribution {
    public Normal {
      Limits.notNegative("mean", mean);
      Limits.notNegative("deviation", deviation);
    }
  }

  /** Lognormal, the usual shape of network latency, by its median and 99th percentile. */
  record Lognormal(Duration median, Duration p99) implements Distribution {
    public Lognormal {
      Limits.positive("median", median);
      if (p99.compareTo(median) < 0) {
        throw new IllegalArgumentException(
            "p99 is at least the median "
                + Durations.format(median)
                + ", got "
                + Durations.format(p99));
      }
    }
  }

  /** Pareto: a least duration and a heavy tail; the smaller the shape, the heavier. */
  record Pareto(Duration least, double shape) implements Distribution {
    public Pareto {
      Limits.positive("least", least);
      if (!(shape > 0 && shape <= 1000)) {
        throw new IllegalArgumentException("shape is above 0 and at most 1000, got " + shape);
      }
    }
  }

  /** Durations that were measured; each as likely as any other. */
  record Empirical(List<Duration> values) implements Distribution {
    public Empirical {
      if (values.isEmpty()) {
        throw new IllegalArgumentException("an empirical distribution has at least one duration");
      }
      values.forEach(value -> Limits.notNegative("a measured duration", value));
      Duration[] sorted = values.toArray(Duration[]::new);
      Arrays.sort(sorted);
      values = List.of(sorted);
    }
  }
}
