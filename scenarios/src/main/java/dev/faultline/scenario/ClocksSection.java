package dev.faultline.scenario;

import dev.faultline.clock.ClockSettings;
import dev.faultline.values.About;
import dev.faultline.values.Drift;
import java.time.Duration;

/** The clocks of all nodes, as scenarios write them. Each node draws its own values. */
record ClocksSection(
    @About("The greatest drift of a clock, either way.") Drift drift,
    @About("The greatest error of a wall clock at the start, either way.") Duration offset) {
  static ClocksSection of(ClockSettings settings) {
    return new ClocksSection(settings.drift(), settings.offset());
  }

  ClockSettings settings() {
    return new ClockSettings(drift, offset);
  }
}
