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

  /** Was a rule broken by an event of the recovery? */
  boolean breaksLate() {
    return isSudden() && violation().time() >= scenario.duration().toNanos();
  }

  /** Until when there are steps that lead to the violation, virtual nanoseconds. */
  long stepsEnd() {
    return isSudden() ? shows() : Math.min(shows(), scenario.duration().toNanos() - 1);
  }

  /** Did an event break the rule, rather than a judgement at the end? */
  private boolean isSudden() {
    return !result.violations().isEmpty()
        && violation().event() != Violation.AT_THE_END
        && !Failure.of(violation().check()).needsRecovery();
  }
}
