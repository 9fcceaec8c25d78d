package dev.faultline.disk;

/**
 * A durable list of records that grows at its end.
 *
 * @param <R> an immutable type
 */
public interface Journal<R> {
  /** The number of records, damaged ones included. */
  long size();

  /**
   * Reads a record.
   *
   * @param position from 0 to {@code size() - 1}
   * @return a value or damage, never {@link Stored.Empty}
   */
  Stored<R> read(long position);

  /** Adds a record at the end; durable after the next sync. */
  void append(R record);

  /**
   * Drops every record from a position on; durable after the next sync.
   *
   * @param size how many records stay, from 0 to {@code size()}
   */
  void truncate(long size);
}
