package dev.faultline.execution;

import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.util.List;

/**
 * A scenario, and what came of it.
 *
 * @param checkpoints fingerprints on the way, in order; the last is of the end
 * @param keepGoing did it go on after violations?
 * @param wallNanos how long it took on this machine
 */
public record CompletedRun(
    Scenario scenario,
    RunResult result,
    List<Checkpoint> checkpoints,
    boolean keepGoing,
    long wallNanos) {
  public CompletedRun {
    checkpoints = List.copyOf(checkpoints);
  }

  /** Did it end as the scenario expects? */
  public boolean asExpected() {
    return scenario.expect().metBy(result);
  }
}
