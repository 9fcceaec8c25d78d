package dev.faultline.campaign.shrink;

import dev.faultline.campaign.Shape;
import dev.faultline.check.Violation;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.util.List;
import java.util.Optional;

/**
 * Which failure is made small: the first broken check of a run, and what else tells two bugs apart
 * that break the same check.
 *
 * @param shape what was thrown and where, or which facts contradict each other in which way, as
 *     campaigns group failures; empty for any
 */
record Failure(String check, String shape) {
  /** The failure of a run; empty when nothing was broken. */
  static Optional<Failure> of(RunResult result) {
    return result.violations().stream().findFirst().map(Failure::of);
  }

  private static Failure of(Violation violation) {
    return new Failure(violation.check(), shape(violation));
  }

  /** Of a history that nothing explains, the operations that tell so may be any. */
  private static String shape(Violation violation) {
    return violation.stack().isEmpty() && violation.evidence().isEmpty()
        ? ""
        : Shape.of(violation).text();
  }

  /** Any failure of a check. */
  static Failure of(String check) {
    return new Failure(check, "");
  }

  /** Does a run fail in the same way? */
  boolean isMetBy(RunResult result) {
    return of(result)
        .filter(other -> check.equals(other.check))
        .filter(other -> shape.isEmpty() || shape.equals(other.shape))
        .isPresent();
  }

  /** Is it found out in the calm after the faults? */
  boolean needsRecovery() {
    return check.equals("liveness");
  }

  /** The checks of a scenario that are needed to find it. */
  List<Check> among(Scenario scenario) {
    if (check.equals("linearizable")) {
      return List.of(new Check.Linearizable());
    }
    if (check.contains("/")) {
      return List.of(new Check.Rule(check));
    }
    List<Check> limits =
        scenario.checks().stream()
            .filter(
                each -> each instanceof Check.Limit limit && limit.threshold().name().equals(check))
            .toList();
    return limits.isEmpty() ? scenario.checks() : limits;
  }
}
