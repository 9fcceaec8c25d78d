package dev.faultline.scenario;

import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.simulation.RunResult;
import java.util.Optional;

/** How a run is expected to end. */
public sealed interface Expectation {
  /** Did the run end this way? */
  boolean metBy(RunResult result);

  /** All checks were made and held. */
  record Pass() implements Expectation {
    @Override
    public boolean metBy(RunResult result) {
      return result.verdict() == Verdict.PASS;
    }
  }

  /** The run decides nothing. */
  record Undecided() implements Expectation {
    @Override
    public boolean metBy(RunResult result) {
      return result.verdict() == Verdict.UNDECIDED;
    }
  }

  /**
   * A rule is broken.
   *
   * @param check which rule; empty for any
   */
  record Broken(Optional<String> check) implements Expectation {
    @Override
    public boolean metBy(RunResult result) {
      return result.violations().stream().map(Violation::check).anyMatch(this::covers);
    }

    /** Is this the rule that is to be broken? */
    public boolean covers(String broken) {
      return check.isEmpty() || check.get().equals(broken);
    }
  }
}
