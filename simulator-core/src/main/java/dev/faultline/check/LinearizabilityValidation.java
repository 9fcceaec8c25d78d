package dev.faultline.check;

import dev.faultline.check.Linearizability.Counterexample;
import dev.faultline.check.Linearizability.Report;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The history of a run is linearizable. Undecided when a bound is hit, and when no operation
 * returned a result.
 */
public final class LinearizabilityValidation implements Validation {
  /** The name that verdicts and {@code expect} use. */
  public static final String NAME = "linearizable";

  private final Linearizability<?, ?, ?> judge;

  /** Judges by the model of the service that the history is of. */
  public LinearizabilityValidation(Model<?, ?, ?> model) {
    this(new Linearizability<>(model));
  }

  public LinearizabilityValidation(Linearizability<?, ?, ?> judge) {
    this.judge = judge;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Judgement judge(Ending ending) {
    if (ending.history().stream().noneMatch(LinearizabilityValidation::returned)) {
      return new Judgement(
          Verdict.UNDECIDED, 0, Optional.of("no operation returned a result"), Optional.empty());
    }
    Report report = judge.check(ending.history());
    return new Judgement(
        report.verdict(),
        report.operations(),
        why(report),
        report.counterexample().map(LinearizabilityValidation::violation));
  }

  private static boolean returned(Operation operation) {
    return operation.outcome() instanceof Outcome.Ok;
  }

  private static Optional<String> why(Report report) {
    return switch (report.verdict()) {
      case PASS -> Optional.empty();
      case VIOLATION -> report.counterexample().map(Counterexample::message);
      case UNDECIDED ->
          Optional.of(
              "gave up after trying "
                  + report.steps()
                  + " steps on "
                  + report.operations()
                  + " operations");
    };
  }

  private static Violation violation(Counterexample counterexample) {
    return new Violation(
        NAME,
        counterexample.message(),
        counterexample.time(),
        Violation.AT_THE_END,
        List.of(),
        Optional.empty());
  }
}
