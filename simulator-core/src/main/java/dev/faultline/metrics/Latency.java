package dev.faultline.metrics;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How long successful operations took, from when the workload wanted them to start until they
 * ended, in virtual nanoseconds. Waiting for a busy client counts, so a stall delays everything
 * that was due in it ("coordinated omission" does not hide it).
 *
 * <p>Quantiles are rounded up by at most 0.1 %; {@code max} is exact.
 *
 * @param count how many operations succeeded, at least 1
 */
public record Latency(long count, long p50, long p90, long p95, long p99, long max) {
  private static final int SIGNIFICANT_DIGITS = 3;

  /**
   * Summarises the operations that were due before a moment.
   *
   * @param until virtual nanoseconds
   * @return empty when none of them succeeded
   */
  public static Optional<Latency> of(List<Operation> history, long until) {
    return perWindow(history, new Windows(Math.max(1, until), until > 0 ? 1 : 0)).stream()
        .findFirst()
        .flatMap(latency -> latency);
  }

  /**
   * Summarises the operations that were due in each window.
   *
   * @return one element for each window; empty where no operation that was due in it succeeded
   */
  public static List<Optional<Latency>> perWindow(List<Operation> history, Windows windows) {
    long until = windows.start(windows.count());
    int[] ends = new int[windows.count() + 1];
    for (Operation operation : history) {
      if (counts(operation, until)) {
        ends[windows.indexOf(operation.intended()) + 1]++;
      }
    }
    for (int i = 1; i < ends.length; i++) {
      ends[i] += ends[i - 1];
    }
    long[] nanos = new long[ends[windows.count()]];
    int[] next = ends.clone();
    long max = 0;
    for (Operation operation : history) {
      if (counts(operation, until)) {
        long taken = operation.completed() - operation.intended();
        nanos[next[windows.indexOf(operation.intended())]++] = taken;
        max = Math.max(max, taken);
      }
    }
    Histogram histogram = new Histogram(Math.max(2, max), SIGNIFICANT_DIGITS);
    List<Optional<Latency>> latencies = new ArrayList<>(windows.count());
    for (int i = 0; i < windows.count(); i++) {
      latencies.add(summary(histogram, nanos, ends[i], ends[i + 1]));
    }
    return latencies;
  }

  private static boolean counts(Operation operation, long until) {
    return operation.intended() < until && operation.outcome() instanceof Outcome.Ok;
  }

  private static Optional<Latency> summary(Histogram histogram, long[] nanos, int from, int to) {
    if (from == to) {
      return Optional.empty();
    }
    histogram.reset();
    long max = 0;
    for (int i = from; i < to; i++) {
      histogram.recordValue(nanos[i]);
      max = Math.max(max, nanos[i]);
    }
    return Optional.of(
        new Latency(
            to - from,
            Math.min(max, histogram.getValueAtPercentile(50)),
            Math.min(max, histogram.getValueAtPercentile(90)),
            Math.min(max, histogram.getValueAtPercentile(95)),
            Math.min(max, histogram.getValueAtPercentile(99)),
            max));
  }
}
