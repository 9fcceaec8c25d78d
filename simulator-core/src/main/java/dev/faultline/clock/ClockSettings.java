package dev.faultline.clock;

import dev.faultline.values.Drift;
import java.time.Duration;

/**
 * How true the clocks of a run are. Each node draws its own values.
 *
 * @param drift the greatest drift, either way
 * @param offset the greatest error of a wall clock at the start, either way
 */
public record ClockSettings(Drift drift, Duration offset) {
  public static final ClockSettings TRUE = new ClockSettings(Drift.NONE, Duration.ZERO);

  public ClockSettings {
    if (drift.partsPerBillion() < 0) {
      throw new IllegalArgumentException("the greatest drift is not negative, got " + drift);
    }
    if (offset.isNegative()) {
      throw new IllegalArgumentException("the greatest offset is not negative");
    }
  }
}
