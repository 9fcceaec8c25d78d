package dev.faultline.junit;

import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** One line of a test report: a seed that failed, or all seeds together. */
sealed interface Finding {
  /** What it is called in test reports. */
  String title();

  /** What is wrong, for people; empty when nothing is. */
  Optional<String> problem();

  /** Fails the test when there is a problem. Where that was noticed tells nobody anything. */
  default void raise() {
    if (problem().isPresent()) {
      AssertionFailedError error = new AssertionFailedError(problem().get());
      error.setStackTrace(new StackTraceElement[0]);
      throw error;
    }
  }

  /** A seed that did not end as expected. */
  record FailedSeed(String title, String message) implements Finding {
    @Override
    public Optional<String> problem() {
      return Optional.of(message);
    }
  }

  /** All seeds that were run; the last finding of a test. */
  record AllSeeds(String title, SimulationReport report, Optional<String> problem)
      implements Finding {}
}
