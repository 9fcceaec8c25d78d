package dev.faultline.clock;

import dev.faultline.values.Drift;
import java.time.Duration;

/**
 * How true the clocks of a run are. Each node draws its own values.
 *
 * @param drift the greatest drift, either way; at most 90%
 * @param offset the greatest error of a wall clock at the start, either way
 */
public record ClockSettings(Drift drift, Duration offset) {
  public static final ClockSettings TRUE = new ClockSettings(Drift.NONE, Duration.ZERO);

  public ClockSettings {
    if (drift.partsPerBillion() < 0 || drift.partsPerBillion() > 900_000_000L) {
      throw new IllegalArgumentException("the greatest drift is between 0% and 90%, got " + drift);
    }
    if (offset.isNegative()) {
      throw new IllegalArgumentException("the greatest offset is not negative");
    }
  }
}
