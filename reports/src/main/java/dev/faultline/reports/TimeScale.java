package dev.faultline.reports;

import dev.faultline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The time axis of a run: from 0 to its end, in a unit that suits its length.
 *
 * @param unit as printed: {@code ms}, {@code s}
 * @param nanosPerUnit length of the unit
 * @param end the end of the axis, virtual nanoseconds; at least 1
 */
record TimeScale(String unit, long nanosPerUnit, long end) {
  private static final long MILLIS = 1_000_000L;
  private static final long SECONDS = 1_000 * MILLIS;
  private static final long MINUTES = 60 * SECONDS;
  private static final int MOST_STEPS = 12;

  static TimeScale of(RunResult result) {
    // An axis needs some length, also for a run that ended at once.
    long end = result.end() > 0 ? result.end() : MILLIS;
    if (end < 2 * MILLIS) {
      return new TimeScale("µs", 1_000, end);
    }
    if (end < 2 * SECONDS) {
      return new TimeScale("ms", MILLIS, end);
    }
    if (end < 10 * MINUTES) {
      return new TimeScale("s", SECONDS, end);
    }
    return end < 600 * MINUTES
        ? new TimeScale("min", MINUTES, end)
        : new TimeScale("h", 60 * MINUTES, end);
  }

  /** A moment in units of this axis. */
  double at(long nanos) {
    return (double) nanos / nanosPerUnit;
  }

  double max() {
    return at(end);
  }

  /** A moment in pixels from the left edge of a plot, kept within the plot. */
  double pixel(long nanos) {
    return Style.PLOT_WIDTH * (double) Math.clamp(nanos, 0, end) / end;
  }

  /** The opposite of {@link #pixel}, in units of this axis. */
  double atPixel(double pixel) {
    return max() * pixel / Style.PLOT_WIDTH;
  }

  List<Ticks.Tick> ticks() {
    double step = Ticks.step(max(), MOST_STEPS);
    List<Ticks.Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= max(); i++) {
      ticks.add(new Ticks.Tick(i * step, Units.plain(i * step)));
    }
    return ticks;
  }
}
