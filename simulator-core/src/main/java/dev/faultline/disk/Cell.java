package dev.faultline.disk;

/**
 * A small durable value that is replaced as a whole.
 *
 * @param <T> an immutable type
 */
public interface Cell<T> {
  /** What the cell holds: nothing, a value, or damage. */
  Stored<T> read();

  /** Replaces the value; durable after the next sync. */
  void write(T value);
}
