package dev.faultline.scenario;

import dev.faultline.check.Verdict;
import dev.faultline.simulation.RunResult;
import dev.faultline.values.About;
import java.util.List;

/**
 * The mark of a scenario that shows a bug which a search found. It is run as a test: as long as a
 * run gets as far as the witness says, it tests for the bug.
 *
 * @param witness the last of them is the one that must not happen
 */
public record Found(
    @About("The check that was broken.") String check,
    @About("The program in which it was broken.") String version,
    @About(
            "The facts that lead to the contradiction, in order and in words; a run that misses any"
                + " but the last is undecided.")
        List<String> witness) {
  /** The check that a run gets as far as the witness says. */
  public static final String WITNESS = "witness";

  public Found {
    witness = List.copyOf(witness);
  }

  /** Did a run miss what leads to the bug, so that it tests for the bug no more? */
  public static boolean isMissedBy(RunResult result) {
    return result.checks().stream()
        .anyMatch(check -> check.name().equals(WITNESS) && check.verdict() == Verdict.UNDECIDED);
  }
}
