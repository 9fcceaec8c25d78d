package dev.faultline.check;

import dev.faultline.history.Operation;
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
}
