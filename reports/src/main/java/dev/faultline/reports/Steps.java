package dev.faultline.reports;

import dev.faultline.metrics.Windows;
import java.util.function.IntToDoubleFunction;
import org.jfree.data.xy.DefaultXYDataset;

/** Series with one value for each window of a run, for {@link StepRenderer}. */
final class Steps {
  private final Windows windows;
  private final TimeScale scale;
  private final DefaultXYDataset dataset = new DefaultXYDataset();

  Steps(Windows windows, TimeScale scale) {
    this.windows = windows;
    this.scale = scale;
  }

  /**
   * Adds a series: two points for each window, at its ends.
   *
   * @param value of a window, by its index; {@code NaN} for none
   */
  Steps add(String name, IntToDoubleFunction value) {
    double[] times = new double[2 * windows.count()];
    double[] values = new double[2 * windows.count()];
    for (int window = 0; window < windows.count(); window++) {
      times[2 * window] = scale.at(windows.start(window));
      times[2 * window + 1] = scale.at(end(window));
      values[2 * window] = value.applyAsDouble(window);
      values[2 * window + 1] = values[2 * window];
    }
    dataset.addSeries(name, new double[][] {times, values});
    return this;
  }

  /** When a window ends; the last one ends with the run. */
  long end(int window) {
    return Math.min(scale.end(), windows.start(window + 1));
  }

  DefaultXYDataset dataset() {
    return dataset;
  }
}
