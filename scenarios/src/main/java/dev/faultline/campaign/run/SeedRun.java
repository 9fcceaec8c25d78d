package dev.faultline.campaign.run;

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

  /** The first broken rule. */
  public Optional<Violation> violation() {
    return result.violations().stream().findFirst();
  }
}
