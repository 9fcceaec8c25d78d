package dev.faultline.clock;

import dev.faultline.engine.Engine;
import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
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

  /** The clock of a node: as true as chance makes it. */
  public NodeClock clock(NodeId node, Engine engine, Choices choices) {
    NodeClock clock = new NodeClock(engine);
    if (!drift.equals(Drift.NONE)) {
      long bits = choices.bits(Decision.CLOCK, node.key(), 0, 0);
      clock.drift(new Drift(between(drift.partsPerBillion(), bits)));
    }
    if (!offset.isZero()) {
      clock.jump(between(offset.toNanos(), choices.bits(Decision.CLOCK, node.key(), 0, 1)));
    }
    return clock;
  }

  private static long between(long most, long bits) {
    return Math.unsignedMultiplyHigh(bits, 2 * most + 1) - most;
  }
}
