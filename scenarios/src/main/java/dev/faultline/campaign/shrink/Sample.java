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

  /** When it showed, or else when the run was over, virtual nanoseconds. */
  long shows() {
    return result.violations().isEmpty() ? result.end() : violation().time();
  }

  /** Was a rule broken in the recovery? */
  boolean breaksLate() {
    return !isStandstill() && shows() >= scenario.duration().toNanos();
  }

  /**
   * Until when there are steps that lead to the violation, virtual nanoseconds: an operation that
   * was answered wrongly in the recovery takes steps of the recovery. Where nothing gets done any
   * more, all that leads to it has happened when the recovery begins; each delivery of the recovery
   * can be lost, and still nothing gets done.
   */
  long stepsEnd() {
    return isStandstill() ? scenario.duration().toNanos() - 1 : shows();
  }

  private boolean isStandstill() {
    return Failure.of(violation().check()).needsRecovery();
  }
}
