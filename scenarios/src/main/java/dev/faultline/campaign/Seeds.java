package dev.faultline.campaign;

import java.util.stream.LongStream;

/**
 * Seeds in a row.
 *
 * @param first the first of them
 * @param count how many; at least 1
 */
public record Seeds(long first, long count) {
  public Seeds {
    if (count < 1) {
      throw new IllegalArgumentException("expected at least one seed, got " + count);
    }
  }

  /** The first of them. */
  public Seeds first(long some) {
    return new Seeds(first, Math.min(count, some));
  }

  /** The last of them. */
  public long last() {
    return first + count - 1;
  }

  /** Some of them, from a position on; fewer when there are no more. */
  LongStream slice(long from, long size) {
    long end = Math.min(count, from + size);
    return LongStream.range(from, end).map(position -> first + position);
  }
}
