package dev.faultline.campaign.run;

import dev.faultline.check.CheckResult;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.util.Optional;

/**
 * A scenario of a campaign, and what came of it.
 *
 * @param scenario as it was run: concrete, with its seed
 * @param census which facts were seen, and how often
 */
public record SeedRun(Scenario scenario, RunResult result, Census census) {
  /** The seed of the run. */
  public long seed() {
    return result.seed();
  }

  /** Was a rule broken? */
  public boolean failed() {
    return result.verdict() == Verdict.VIOLATION;
  }

  /**
   * How the seed counts. A check that never judged anything decides nothing here: the seeds of a
   * campaign are judged together.
   */
  public SeedOutcome outcome() {
    if (failed()) {
      return SeedOutcome.FAILED;
    }
    boolean idle = result.undecided().contains(RunResult.NOTHING_SUCCEEDED);
    if (result.undecided().size() > (idle ? 1 : 0)
        || result.checks().stream().anyMatch(SeedRun::gaveUp)) {
      return SeedOutcome.UNDECIDED;
    }
    return idle ? SeedOutcome.IDLE : SeedOutcome.PASSED;
  }

  /** Did a check look, and decide nothing? */
  public static boolean gaveUp(CheckResult check) {
    return check.verdict() == Verdict.UNDECIDED && check.evaluations() > 0;
  }

  /** The first broken rule. */
  public Optional<Violation> violation() {
    return result.violations().stream().findFirst();
  }
}
