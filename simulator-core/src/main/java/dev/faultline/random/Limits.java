package dev.faultline.random;

import dev.faultline.values.Durations;
import java.time.Duration;

/** Checks of the parameters of distributions. */
final class Limits {
  static final double BELOW_ONE = Math.nextDown(1.0);

  private Limits() {}

  static void notNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(what + " is not negative, got " + Durations.format(value));
    }
  }

  static void positive(String what, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(what + " is above 0, got " + Durations.format(value));
    }
  }

  static long clamp(double nanos) {
    return (long) Math.max(0, Math.min(nanos, Distribution.MAX_NANOS));
  }
}
