package dev.faultline.fault;

import dev.faultline.values.Durations;
import java.time.Duration;

/** Checks of the numbers in fault descriptions. */
final class Require {
  private Require() {}

  static void notNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(what + " is not negative, got " + Durations.format(value));
    }
  }

  static void positive(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " is at least 1, got " + value);
    }
  }
}
