package dev.faultline.check;

import java.util.List;
import java.util.Optional;

/**
 * A broken rule.
 *
 * @param check the name of the check: {@code raft/election-safety}
 * @param message what is wrong, in one sentence
 * @param time virtual nanoseconds
 * @param event the number of the event after which it was found, or {@link #AT_THE_END}
 * @param evidence the facts that contradict each other, oldest first
 * @param stack of a handler that threw, in text
 */
public record Violation(
    String check,
    String message,
    long time,
    long event,
    List<Sighting> evidence,
    Optional<String> stack) {
  /** The event of a violation that was found when the run was over, by a {@link Validation}. */
  public static final long AT_THE_END = -1;

  public Violation {
    evidence = List.copyOf(evidence);
  }

  /**
   * Something of the user's threw: a handler or an invariant.
   *
   * @param what who threw, and while doing what
   */
  public static Violation thrown(String what, Throwable thrown, long time, long event) {
    return new Violation(
        "exception", what, time, event, List.of(), Optional.of(StackText.of(thrown)));
  }
}
