package dev.faultline.check;

import dev.faultline.check.Model.Effect;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a history is linearizable: whether every operation can be given a moment between
 * its beginning and its end so that one copy of the service, performing them in that order, would
 * have returned the same results.
 *
 * <p>A failed operation had no effect and is left out. One of unknown outcome took effect at some
 * moment after its beginning, or never. An operation that ended when another began, at the same
 * virtual nanosecond, counts as concurrent with it unless both belong to one process.
 *
 * <p>Partitions are judged apart: the property is local (Herlihy and Wing, "Linearizability: A
 * Correctness Condition for Concurrent Objects", TOPLAS 1990).
 *
 * @param <S> the states of the model
 * @param <O> its operations
 * @param <R> its results
 */
public final class Linearizability<S, O, R> {
  private static final long DEFAULT_STEPS = 10_000_000;
  private static final long DEFAULT_WORDS = 8_000_000;

  private final Model<S, O, R> model;
  private final long maxSteps;
  private final long maxWords;

  /** A judge with the usual bounds: 10 million steps, 64 MB. */
  public Linearizability(Model<S, O, R> model) {
    this(model, DEFAULT_STEPS, DEFAULT_WORDS);
  }

  /**
   * A judge with its own bounds.
   *
   * @param maxSteps how often it may try an operation, in the whole history
   * @param maxWords how many 64-bit words it may use to remember what it tried, in one partition
   */
  public Linearizability(Model<S, O, R> model, long maxSteps, long maxWords) {
    this.model = model;
    this.maxSteps = maxSteps;
    this.maxWords = maxWords;
  }

  /**
   * What came of a history.
   *
   * @param verdict {@code UNDECIDED} when a bound was hit
   * @param operations how many operations were judged: those that may have had an effect
   * @param steps how often an operation was tried
   * @param counterexample why the history is not linearizable, when it is not
   */
  public record Report(
      Verdict verdict, long operations, long steps, Optional<Counterexample> counterexample) {}

  /**
   * Why a history is not linearizable.
   *
   * @param prefix the operations that had returned a result at the last moment at which the history
   *     was linearizable, in an order that explains them; among them those that had taken effect
   *     but were still open, with an unknown outcome
   * @param unplaced the operation whose result no longer fits
   * @param culprits the few operations that the message names
   * @param message what is wrong, in one sentence
   */
  public record Counterexample(
      List<Operation> prefix, Operation unplaced, List<Operation> culprits, String message) {
    public Counterexample {
      prefix = List.copyOf(prefix);
      culprits = List.copyOf(culprits);
    }

    /** When the last of the culprits was over, virtual nanoseconds. */
    public long time() {
      return culprits.stream().mapToLong(Operation::completed).max().orElse(unplaced.completed());
    }
  }

  /** Judges a history; operations and results must be those of the model. */
  public Report check(List<Operation> history) {
    Budget budget = new Budget(maxSteps, maxWords);
    List<Trial> trials = trials(history);
    trials.forEach(trial -> trial.lookQuickly(budget));
    trials.forEach(trial -> trial.lookClosely(budget));
    Optional<Counterexample> counterexample =
        trials.stream()
            .flatMap(trial -> trial.counterexample().stream())
            .min(Comparator.comparingLong(Counterexample::time));
    return new Report(
        counterexample.isPresent() ? Verdict.VIOLATION : verdict(trials),
        trials.stream().mapToLong(Trial::operations).sum(),
        maxSteps - budget.left(),
        counterexample);
  }

  private static Verdict verdict(List<Trial> trials) {
    return trials.stream().allMatch(trial -> trial.verdict() == Verdict.PASS)
        ? Verdict.PASS
        : Verdict.UNDECIDED;
  }

  /** One trial for each partition, in the order in which the partitions first appear. */
  private List<Trial> trials(List<Operation> history) {
    List<Operation> ordered = new ArrayList<>(history);
    ordered.sort(Comparator.comparingLong(Operation::invoked).thenComparingLong(Operation::id));
    Map<Object, Part<S, O, R>> parts = new LinkedHashMap<>();
    for (Operation operation : ordered) {
      Part<S, O, R> part =
          parts.computeIfAbsent(model.partition(asked(operation)), key -> new Part<>(model));
      switch (operation.outcome()) {
        case Outcome.Ok<?> ok -> part.effective().add(operation);
        case Outcome.Failed<?> failed -> part.failed().add(operation);
        case Outcome.Unknown<?> unknown -> {
          if (mayChangeSomething(operation)) {
            part.effective().add(operation);
          }
        }
      }
    }
    return parts.values().stream().map(Trial::new).toList();
  }

  private boolean mayChangeSomething(Operation operation) {
    return !(model.effect(asked(operation), Optional.empty()) instanceof Effect.Nothing);
  }

  @SuppressWarnings("unchecked") // a history of a service holds the service's operations
  private O asked(Operation operation) {
    return (O) operation.operation();
  }
}
