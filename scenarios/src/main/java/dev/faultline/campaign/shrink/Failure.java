package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which failure is made small: the first broken check of a run, and what else tells two bugs apart
 * that break the same check.
 *
 * @param shape what was thrown, or which facts contradict each other in which way; empty for any
 */
record Failure(String check, String shape) {
  /** Terms, indexes, times, names of nodes: every word with a digit in it. */
  private static final Pattern VARYING = Pattern.compile("[^\\s,]*[0-9][^\\s,]*");

  /** The failure of a run; empty when nothing was broken. */
  static Optional<Failure> of(RunResult result) {
    return result.violations().stream().findFirst().map(Failure::of);
  }

  private static Failure of(Violation violation) {
    return new Failure(violation.check(), shape(violation));
  }

  private static String shape(Violation violation) {
    if (violation.stack().isPresent()) {
      return type(violation.stack().get().lines().findFirst().orElse(""));
    }
    return violation.evidence().isEmpty()
        ? ""
        : VARYING.matcher(violation.message()).replaceAll("#");
  }

  /** {@code java.lang.IllegalStateException: term 3} is of the type before the colon. */
  private static String type(String thrown) {
    int colon = thrown.indexOf(':');
    return colon < 0 ? thrown : thrown.substring(0, colon);
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
