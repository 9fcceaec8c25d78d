package dev.faultline.check;

import java.util.Optional;

/**
 * What one copy of a service would do, one operation at a time.
 *
 * @param <S> the state; immutable, with {@code equals} and {@code hashCode}
 * @param <O> the operations
 * @param <R> the results
 */
public interface Model<S, O, R> {
  /** The state before any operation. */
  S initial();

  /**
   * Applies an operation that returned a result.
   *
   * @return the state afterwards, or empty when no copy in this state could return that result
   */
  Optional<S> step(S state, O operation, R result);

  /**
   * Applies an operation whose result nobody saw.
   *
   * @return the state afterwards
   */
  S stepUnseen(S state, O operation);

  /**
   * Operations of different partitions never affect each other and are judged apart.
   *
   * @return a key of this operation's partition, equal for equal partitions
   */
  Object partition(O operation);
}
