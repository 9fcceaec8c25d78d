package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;

/** A scenario and its run, which fails as a rule. */
record Sample(Scenario scenario, RunResult result) {
  /** What is wrong. */
  Violation violation() {
    return result.violations().getFirst();
  }

  /** When it showed, virtual nanoseconds. */
  long shows() {
    boolean atTheEnd = result.violations().isEmpty() || violation().event() == Violation.AT_THE_END;
    return atTheEnd ? result.end() : violation().time();
  }
}
