package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.util.List;

/**
 * The smallest scenario that was found to fail in the same way.
 *
 * @param before how large the failure was when it was found
 * @param after how large it is now
 * @param scenario with the mark of what was found
 * @param result of its run
 * @param steps what has to happen in the run: every other delivery can be lost
 * @param runs how many scenarios were run
 * @param end why it was not made smaller
 */
public record Minimal(
    Size before,
    Size after,
    Scenario scenario,
    RunResult result,
    List<Step> steps,
    long runs,
    End end) {
  public Minimal {
    steps = List.copyOf(steps);
  }

  /** What is wrong. */
  public Violation violation() {
    return result.violations().getFirst();
  }

  /** Why the search ended. */
  public enum End {
    /** Nothing smaller fails, as far as was tried. */
    SMALLEST,
    /** So many runs were allowed. */
    OUT_OF_RUNS,
    /** So much time was allowed. */
    OUT_OF_TIME
  }
}
