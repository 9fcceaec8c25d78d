package dev.faultline.metrics;

import dev.faultline.check.Ending;
import dev.faultline.check.Validation;
import java.util.Locale;
import java.util.Optional;

/**
 * A quantile of the latency of the operations that were due in the fault phase and succeeded.
 * Undecided when none succeeded.
 *
 * @param quantile which one
 * @param threshold what it is held to, a duration
 */
public record LatencyThreshold(Quantile quantile, Threshold threshold) implements Validation {
  /** The quantiles that a latency can be held to. */
  public enum Quantile {
    P50,
    P90,
    P95,
    P99,
    MAX;

    /** The name in scenarios: {@code p99}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private long of(Latency latency) {
      return switch (this) {
        case P50 -> latency.p50();
        case P90 -> latency.p90();
        case P95 -> latency.p95();
        case P99 -> latency.p99();
        case MAX -> latency.max();
      };
    }
  }

  public LatencyThreshold {
    threshold.require(Threshold.Unit.DURATION);
  }

  @Override
  public String name() {
    return "latency." + quantile.key();
  }

  @Override
  public Judgement judge(Ending ending) {
    Optional<Latency> latency = Latency.of(ending.history(), ending.duration());
    return latency
        .map(summary -> judge(summary, ending))
        .orElseGet(() -> Measured.nothing("no operation succeeded"));
  }

  private Judgement judge(Latency latency, Ending ending) {
    long nanos = quantile.of(latency);
    String measured =
        quantile.key() + " of " + latency.count() + " operations is " + Measured.time(nanos);
    return Measured.judgement(
        name(),
        threshold.admits((double) nanos),
        latency.count(),
        measured,
        threshold.toString(),
        ending);
  }
}
