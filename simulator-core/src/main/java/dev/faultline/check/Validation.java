package dev.faultline.check;

import java.util.Optional;

/** A rule that is judged once, when a run is over: a history check, a threshold. */
public interface Validation {
  /** The name that verdicts and {@code expect} use: {@code linearizable}, {@code latency.p99}. */
  String name();

  /**
   * Does it see by itself whether a run did what it was made for? Then a run in which no operation
   * succeeded is not undecided for that.
   */
  default boolean seesPurpose() {
    return false;
  }

  /** Judges the run. */
  Judgement judge(Ending ending);

  /**
   * What a validation found.
   *
   * @param evaluations how many operations or samples it judged
   * @param why one sentence: what was measured, what is wrong, or why it gave up
   * @param violation the broken rule in full, when the verdict is a violation
   */
  record Judgement(
      Verdict verdict, long evaluations, Optional<String> why, Optional<Violation> violation) {}
}
