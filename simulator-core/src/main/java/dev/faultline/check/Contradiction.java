package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A few operations that by themselves cannot be put into an order.
 *
 * @param operations in the order in which the message names them
 * @param message what is wrong, in one sentence
 */
record Contradiction(List<Operation> operations, String message) {
  Contradiction {
    operations = List.copyOf(operations);
  }

  /** The same with one more operation, the first that the message names. */
  Contradiction and(Operation first) {
    List<Operation> all = new ArrayList<>();
    all.add(first);
    all.addAll(operations);
    return new Contradiction(all, message);
  }

  /** When the last of the operations that returned a result did. */
  long shows() {
    return operations.stream()
        .filter(operation -> operation.outcome() instanceof Outcome.Ok)
        .mapToLong(Operation::completed)
        .max()
        .orElse(Long.MAX_VALUE);
  }
}
