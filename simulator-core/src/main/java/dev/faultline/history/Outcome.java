package dev.faultline.history;

/**
 * How an operation ended for the client that asked for it.
 *
 * @param <R> the service's results
 */
public sealed interface Outcome<R> {
  /** It took effect, with this result. */
  record Ok<R>(R result) implements Outcome<R> {}

  /** It certainly had no effect and never will. */
  record Failed<R>(String why) implements Outcome<R> {}

  /** It may have taken effect, may still do so, or may never. */
  record Unknown<R>() implements Outcome<R> {}
}
