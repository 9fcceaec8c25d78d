package dev.faultline.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one copy of a service would do, one operation at a time.
 *
 * <p>{@link #initial}, {@link #step}, {@link #stepUnseen} and {@link #partition} say everything
 * there is to know. {@link #needs}, {@link #effect} and {@link #indistinct} repeat some of it in a
 * form that lets a history checker look ahead; they change how long it takes, never its verdict.
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

  /**
   * The only state in which an operation can return a result.
   *
   * @return empty when there are several such states, or none
   */
  default Optional<S> needs(O operation, R result) {
    return Optional.empty();
  }

  /**
   * How an operation changes the state.
   *
   * @param result what it returned; empty when nobody saw it
   */
  default Effect<S> effect(O operation, Optional<R> result) {
    return new Effect.Varies<>(state -> true, state -> Optional.empty());
  }

  /**
   * Finds the states that nobody in a history can tell apart. In any two of them each of its
   * operations is possible, or in neither, and leaves both as they are, or the same state, or again
   * two such states. A value that is never read and never compared with is such a state.
   *
   * @param history the operations of one partition that may have taken effect
   * @return true for such states only
   */
  default Predicate<S> indistinct(List<Seen<O, R>> history) {
    return state -> false;
  }

  /**
   * Tells people about an operation: words that make a sentence after the name of a client, such as
   * {@code got k4 = v17}.
   *
   * @param result what it returned; empty when nobody saw it
   */
  default String describe(O operation, Optional<R> result) {
    return "did " + operation + result.map(seen -> " and saw " + seen).orElse("");
  }

  /**
   * An operation and its result.
   *
   * @param result what it returned; empty when nobody saw it
   */
  record Seen<O, R>(O operation, Optional<R> result) {}

  /**
   * How an operation changes the state.
   *
   * @param <S> the state
   */
  sealed interface Effect<S> {
    /** It leaves the state as it is. */
    record Nothing<S>() implements Effect<S> {}

    /** It leaves this state, whatever it finds. */
    record Leaves<S>(S state) implements Effect<S> {}

    /**
     * It leaves this state, or the state as it is.
     *
     * @param from the only state that it changes; empty when there may be several
     */
    record MayLeave<S>(S state, Optional<S> from) implements Effect<S> {}

    /**
     * What it leaves depends on what it finds.
     *
     * @param mayLeave false for states that it certainly does not leave when it changes the state
     * @param from the only state that it changes into a given one; empty when there may be several
     */
    record Varies<S>(Predicate<S> mayLeave, Function<S, Optional<S>> from) implements Effect<S> {}
  }
}
