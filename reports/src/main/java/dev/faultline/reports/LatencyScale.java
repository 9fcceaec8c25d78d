package dev.faultline.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * The latency axis: logarithmic, from a round value below the least latency to one above the
 * greatest, at least a decade.
 *
 * @param from nanoseconds
 * @param to nanoseconds
 */
record LatencyScale(double from, double to) {
  /** Shorter latencies (a client that gives up at once) are drawn here: 0 has no logarithm. */
  static final long LEAST_NANOS = 1_000;

  private static final LatencyScale EMPTY = new LatencyScale(1e6, 1e9);

  /** The axis for latencies from {@code least} to {@code most} nanoseconds. */
  static LatencyScale of(long least, long most) {
    double from = roundDown(Math.max(LEAST_NANOS, least * 0.9));
    return new LatencyScale(from, Math.max(10 * from, roundUp(Math.max(LEAST_NANOS, most) * 1.1)));
  }

  /** The axis of a run without operations: 1 ms to 1 s. */
  static LatencyScale empty() {
    return EMPTY;
  }

  /** Labels at powers of ten; on a short axis also at 2 and 5 times these. */
  List<Ticks.Tick> ticks() {
    boolean fine = to <= 100 * from;
    List<Ticks.Tick> ticks = new ArrayList<>();
    for (double power = powerBelow(from); power <= to; power *= 10) {
      for (int factor = 1; factor < 10; factor++) {
        double value = factor * power;
        boolean labelled = factor == 1 || (fine && (factor == 2 || factor == 5));
        if (value >= from && value <= to) {
          ticks.add(new Ticks.Tick(value, labelled ? Units.duration((long) value) : ""));
        }
      }
    }
    return ticks;
  }

  private static double roundDown(double nanos) {
    double power = powerBelow(nanos);
    return nanos >= 5 * power ? 5 * power : nanos >= 2 * power ? 2 * power : power;
  }

  private static double roundUp(double nanos) {
    double power = powerBelow(nanos);
    return nanos <= 2 * power ? 2 * power : nanos <= 5 * power ? 5 * power : 10 * power;
  }

  private static double powerBelow(double nanos) {
    double power = 1;
    while (power * 10 <= nanos) {
      power *= 10;
    }
    return power;
  }
}
