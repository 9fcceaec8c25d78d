package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.util.List;
import java.util.Optional;

/**
 * Which failure is made small: the first broken check of a run, and for an exception also what was
 * thrown.
 */
record Failure(String check, String thrown) {
  /** The failure of a run; empty when nothing was broken. */
  static Optional<Failure> of(RunResult result) {
    return result.violations().stream().findFirst().map(Failure::of);
  }

  private static Failure of(Violation violation) {
    String thrown =
        violation.stack().flatMap(stack -> stack.lines().findFirst()).map(Failure::type).orElse("");
    return new Failure(violation.check(), thrown);
  }

  /** {@code java.lang.IllegalStateException: term 3} is of the type before the colon. */
  private static String type(String thrown) {
    int colon = thrown.indexOf(':');
    return colon < 0 ? thrown : thrown.substring(0, colon);
  }

  /** Does a run fail in the same way? */
  boolean isMetBy(RunResult result) {
    return of(result).filter(this::equals).isPresent();
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
