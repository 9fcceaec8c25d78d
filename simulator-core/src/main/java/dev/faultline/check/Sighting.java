package dev.faultline.check;

import dev.faultline.trace.Fact;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;

/**
 * A fact, and where and when it was seen.
 *
 * @param node who reported it
 * @param time virtual nanoseconds
 * @param event the number of the event in which it was reported
 */
public record Sighting(Fact fact, NodeId node, long time, long event) {
  @Override
  public String toString() {
    return Durations.format(time) + " " + node + " " + fact + " (event " + event + ")";
  }
}
