package dev.faultline.metrics;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of the operations that were due succeeded, over the whole run and over time. Times are
 * virtual nanoseconds.
 *
 * @param due operations that the workload wanted to start before the end
 * @param succeeded those of them that succeeded, however late
 * @param windows how the run is cut for {@code perWindow}
 * @param perWindow the same counts over time, one for each window
 * @param outages when nothing succeeded although something should have; see {@link Outage}
 */
public record Availability(
    long due, long succeeded, Windows windows, List<Counts> perWindow, List<Outage> outages) {
  public Availability {
    perWindow = List.copyOf(perWindow);
    outages = List.copyOf(outages);
  }

  /**
   * Measures the operations that were due before a moment.
   *
   * @param until virtual nanoseconds
   */
  public static Availability of(List<Operation> history, long until) {
    return of(history, until, Windows.of(until));
  }

  /**
   * Measures the operations that were due before a moment.
   *
   * @param until virtual nanoseconds
   * @param windows that cover the time until then
   */
  public static Availability of(List<Operation> history, long until, Windows windows) {
    long[] due = new long[windows.count()];
    long[] succeeded = new long[windows.count()];
    long[] completed = new long[windows.count()];
    for (Operation operation : history) {
      if (operation.intended() < until) {
        int window = windows.indexOf(operation.intended());
        due[window]++;
        if (operation.outcome() instanceof Outcome.Ok) {
          succeeded[window]++;
          if (operation.completed() < until) {
            completed[windows.indexOf(operation.completed())]++;
          }
        }
      }
    }
    List<Counts> perWindow = new ArrayList<>(windows.count());
    for (int i = 0; i < windows.count(); i++) {
      perWindow.add(new Counts(due[i], succeeded[i], completed[i]));
    }
    return new Availability(
        perWindow.stream().mapToLong(Counts::due).sum(),
        perWindow.stream().mapToLong(Counts::succeeded).sum(),
        windows,
        perWindow,
        Outages.find(history, until, windows.length()));
  }

  /** The share of the operations due that succeeded, in [0, 1]; 1 when none was due. */
  public double share() {
    return due == 0 ? 1 : (double) succeeded / due;
  }

  /**
   * How long the outage that was going on at a moment went on, for instance at the end of a fault.
   *
   * @return 0 when there was no outage at that moment
   */
  public long outageAfter(long time) {
    return outages.stream()
        .filter(outage -> outage.from() <= time && time < outage.to())
        .mapToLong(outage -> outage.to() - time)
        .findFirst()
        .orElse(0);
  }

  /**
   * What happened in one window.
   *
   * @param due operations that were due in it
   * @param succeeded those of them that succeeded, in this window or later
   * @param completed operations that succeeded in this window, whenever they were due: the
   *     throughput
   */
  public record Counts(long due, long succeeded, long completed) {}

  /**
   * A stretch of time, at least one window long, without a success although operations were due.
   *
   * <p>It begins when an operation falls due, or at a success that leaves others waiting. It ends
   * with the next success. If instead every operation is given up and the next one falls due more
   * than a window later, it ends with the last one given up, because nobody tried in between.
   *
   * @param from virtual nanoseconds
   * @param to virtual nanoseconds, after {@code from}; the end of the measurement for an outage
   *     that did not end before
   */
  public record Outage(long from, long to) {}
}
