package dev.faultline.scenario;

import dev.faultline.simulation.RunSettings.Bounds;
import dev.faultline.values.About;

/** Where a run gives up and is undecided, as scenarios write it. */
record BoundsSection(
    @About("So many events in the whole run.") long events,
    @About("So many events at one moment of virtual time.") long eventsPerInstant) {
  static BoundsSection of(Bounds bounds) {
    return new BoundsSection(bounds.events(), bounds.eventsPerInstant());
  }

  Bounds bounds() {
    return new Bounds(events, eventsPerInstant);
  }
}
