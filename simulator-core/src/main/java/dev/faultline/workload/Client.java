package dev.faultline.workload;

import dev.faultline.history.Outcome;
import dev.faultline.node.Node;
import java.util.function.Consumer;

/**
 * A node that performs operations of a service on behalf of one user.
 *
 * <p>One operation is open at a time. Retrying the <em>same</em> operation is this client's
 * business until the time limit; then the caller takes the outcome as {@link Outcome.Unknown} and
 * may invoke the next operation, which abandons the open one: the client stops retrying it and
 * never completes it.
 *
 * @param <M> the protocol's messages
 * @param <O> the service's operations
 * @param <R> the service's results
 */
public interface Client<M, O, R> extends Node<M> {
  /**
   * Starts an operation.
   *
   * @param operation what to do
   * @param done called at most once, from a handler of this client
   */
  void invoke(O operation, Consumer<Outcome<R>> done);
}
