package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The part of a history that belongs to one partition.
 *
 * @param effective operations that may have had an effect, by invocation
 * @param failed operations that had none
 * @param <S> the states of the model
 * @param <O> its operations
 * @param <R> its results
 */
record Part<S, O, R>(Model<S, O, R> model, List<Operation> effective, List<Operation> failed) {
  /** Nothing has happened yet. */
  Part(Model<S, O, R> model) {
    this(model, new ArrayList<>(), new ArrayList<>());
  }

  /**
   * Numbers the operations and states.
   *
   * @param merged whether states that nobody can tell apart get the same number
   */
  Partition<S, O, R> number(boolean merged) {
    return new Partition<>(model, effective, failed, merged);
  }

  /** The operations that returned a result, by when they did. */
  List<Operation> completed() {
    return effective.stream()
        .filter(operation -> operation.outcome() instanceof Outcome.Ok)
        .sorted(Comparator.comparingLong(Operation::completed).thenComparingLong(Operation::id))
        .toList();
  }

  /** How it stood when an operation had just returned its result: of later results nothing. */
  Part<S, O, R> until(Operation last) {
    List<Operation> known = new ArrayList<>();
    for (Operation operation : effective) {
      if (operation.invoked() <= last.completed()) {
        known.add(isAfter(operation, last) ? open(operation) : operation);
      }
    }
    return new Part<>(model, known, failed);
  }

  private static boolean isAfter(Operation operation, Operation last) {
    return operation.completed() > last.completed()
        || (operation.completed() == last.completed() && operation.id() > last.id());
  }

  private static Operation open(Operation operation) {
    return new Operation(
        operation.id(),
        operation.client(),
        operation.process(),
        operation.operation(),
        new Outcome.Unknown<>(),
        operation.intended(),
        operation.invoked(),
        operation.completed());
  }
}
