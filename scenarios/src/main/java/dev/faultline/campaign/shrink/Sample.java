package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;

/** A scenario that fails, and its run. */
record Sample(Scenario scenario, RunResult result) {
  /** What is wrong. */
  Violation violation() {
    return result.violations().getFirst();
  }

  /** When it showed, virtual nanoseconds. */
  long shows() {
    return violation().event() == Violation.AT_THE_END ? result.end() : violation().time();
  }
}
