package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides by trying every order of every subset, straight from the definition. For a handful of
 * operations only.
 */
final class BruteForce<S, O, R> {
  private final Model<S, O, R> model;

  BruteForce(Model<S, O, R> model) {
    this.model = model;
  }

  /** Whether the operations of one partition are linearizable. */
  boolean accepts(List<Operation> history) {
    List<Operation> effective = new ArrayList<>(history);
    effective.removeIf(operation -> operation.outcome() instanceof Outcome.Failed);
    return completes(model.initial(), effective);
  }

  private boolean completes(S state, List<Operation> rest) {
    if (rest.stream().noneMatch(BruteForce::isCompleted)) {
      return true;
    }
    for (Operation next : rest) {
      if (rest.stream().noneMatch(other -> precedes(other, next))) {
        List<Operation> others = new ArrayList<>(rest);
        others.remove(next);
        Optional<S> after = perform(state, next);
        if (after.isPresent() && completes(after.get(), others)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCompleted(Operation operation) {
    return operation.outcome() instanceof Outcome.Ok;
  }

  /** One that has ended comes first; so does the earlier one of a process. */
  private static boolean precedes(Operation first, Operation second) {
    return isCompleted(first)
        && (first.completed() < second.invoked()
            || (first.process() == second.process()
                && first.id() < second.id()
                && first.completed() == second.invoked()));
  }

  @SuppressWarnings("unchecked")
  private Optional<S> perform(S state, Operation operation) {
    O asked = (O) operation.operation();
    return operation.outcome() instanceof Outcome.Ok<?>(Object result)
        ? model.step(state, asked, (R) result)
        : Optional.of(model.stepUnseen(state, asked));
  }
}
