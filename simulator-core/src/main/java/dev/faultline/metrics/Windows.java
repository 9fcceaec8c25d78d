package dev.faultline.metrics;

/**
 * A run cut into stretches of equal, round length, for values over time: about 60 to 120 of them.
 * Times are virtual nanoseconds.
 *
 * @param length of each window, above 0
 * @param count how many; together they cover the run, and the last may reach beyond it
 */
public record Windows(long length, int count) {
  private static final int MAX_COUNT = 120;
  private static final int LEAST_OPERATIONS = 10;
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;

  /** Round lengths within one decade, times ten. */
  private static final long[] DECADE = {10, 20, 25, 50};

  /** Round lengths from ten seconds on, in seconds. */
  private static final long[] SECONDS = {10, 20, 30, 60, 120, 300, 600, 1200, 1800};

  public Windows {
    if (length < 1 || count < 0) {
      throw new IllegalArgumentException("windows of " + length + "ns, " + count + " of them");
    }
  }

  /**
   * The shortest round windows that cover a run with at most 120 of them.
   *
   * @param duration of the run, at least 0
   */
  public static Windows of(long duration) {
    return atMost(MAX_COUNT, duration);
  }

  /**
   * Like {@link #of(long)}, but long enough for ten operations in each window on average: in
   * shorter ones most values would be mere chance.
   *
   * @param duration of the run, at least 0
   * @param operations in the whole run
   */
  public static Windows of(long duration, int operations) {
    return atMost(Math.clamp(operations / LEAST_OPERATIONS, 1, MAX_COUNT), duration);
  }

  private static Windows atMost(int most, long duration) {
    long length = roundLength(most, duration);
    return new Windows(length, Math.toIntExact(Math.ceilDiv(duration, length)));
  }

  /** The window that contains a moment; moments beyond the last window belong to the last. */
  public int indexOf(long time) {
    return (int) Math.min(count - 1, time / length);
  }

  /** When a window begins. */
  public long start(int index) {
    return index * length;
  }

  private static long roundLength(int most, long duration) {
    for (long unit = 1; unit <= SECOND; unit *= 10) {
      for (long step : DECADE) {
        long length = unit * step / 10;
        if (unit * step % 10 == 0 && fits(most, duration, length)) {
          return length;
        }
      }
    }
    for (long seconds : SECONDS) {
      if (fits(most, duration, seconds * SECOND)) {
        return seconds * SECOND;
      }
    }
    long length = HOUR;
    while (!fits(most, duration, length)) {
      length *= 2;
    }
    return length;
  }

  private static boolean fits(int most, long duration, long length) {
    return Math.ceilDiv(duration, length) <= most;
  }
}
