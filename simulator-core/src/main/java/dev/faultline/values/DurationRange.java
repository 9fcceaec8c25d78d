package dev.faultline.values;

import java.time.Duration;

/**
 * A duration that is drawn uniformly at each use: {@code 150ms..300ms}; a single duration is a
 * range of one.
 *
 * @param min the shortest, at least 0
 * @param max the longest, at least {@code min}
 */
public record DurationRange(Duration min, Duration max) {
  public DurationRange {
    if (min.isNegative()) {
      throw new IllegalArgumentException(
          "a duration is not negative, got " + Durations.format(min));
    }
    if (max.compareTo(min) < 0) {
      throw new IllegalArgumentException(
          "a range goes from the shorter to the longer duration, got "
              + Durations.format(min)
              + ".."
              + Durations.format(max));
    }
  }

  /** A range of one. */
  public static DurationRange of(Duration only) {
    return new DurationRange(only, only);
  }

  /**
   * Reads {@code 150ms..300ms} or {@code 50ms}.
   *
   * @throws IllegalArgumentException when the text has another form or the range is reversed
   */
  public static DurationRange parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return of(Durations.parse(text));
    }
    return new DurationRange(
        Durations.parse(text.substring(0, dots)), Durations.parse(text.substring(dots + 2)));
  }

  /** A duration of this range, in nanoseconds, from 64 random bits; both ends can come up. */
  public long draw(long bits) {
    long span = max.toNanos() - min.toNanos();
    return min.toNanos() + Math.unsignedMultiplyHigh(bits, span + 1);
  }

  @Override
  public String toString() {
    return min.equals(max)
        ? Durations.format(min)
        : Durations.format(min) + ".." + Durations.format(max);
  }
}
