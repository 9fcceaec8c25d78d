package dev.faultline.reports;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.metrics.Latency;
import dev.faultline.metrics.Windows;
import dev.faultline.simulation.RunResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * How long operations took: a mark for each at the moment it was due, shaped and coloured by its
 * outcome, and over them the quantiles of the successful ones in each window.
 */
final class LatencyChart {
  /** Data sets of the plot, in drawing order: nothing hides what went wrong. */
  static final int SUCCESSES = 0;

  static final int QUANTILES = 1;
  static final int FAILURES = 2;

  private static final List<Quantile> SHOWN =
      List.of(
          new Quantile("p50", Latency::p50, new StepRenderer.Look(Style.BLACK, 1.8f, false)),
          new Quantile("p95", Latency::p95, new StepRenderer.Look(Style.BLUE, 1.6f, false)),
          new Quantile("p99", Latency::p99, new StepRenderer.Look(Style.PURPLE, 1.6f, false)));

  /** How operations ended. */
  private enum Ending {
    OK,
    FAILED,
    UNKNOWN;

    static Ending of(Outcome<?> outcome) {
      return switch (outcome) {
        case Outcome.Ok<?> ok -> OK;
        case Outcome.Failed<?> failed -> FAILED;
        case Outcome.Unknown<?> unknown -> UNKNOWN;
      };
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    MarkRenderer.Look look() {
      return switch (this) {
        case OK -> new MarkRenderer.Look(Mark.DOT, Style.SKY_BLUE);
        case FAILED -> new MarkRenderer.Look(Mark.CROSS, Style.VERMILION);
        case UNKNOWN -> new MarkRenderer.Look(Mark.TRIANGLE, Style.ORANGE);
      };
    }
  }

  /** A quantile of a window. */
  private record Quantile(String label, ToLongFunction<Latency> value, StepRenderer.Look look) {
    /** In nanoseconds, but never less than the axis can show. */
    double of(Latency latency) {
      return (double) Math.max(LatencyScale.LEAST_NANOS, value.applyAsLong(latency));
    }

    String print(Latency latency) {
      return label + " " + Units.duration(value.applyAsLong(latency)) + Units.DOT;
    }
  }

  private LatencyChart() {}

  static JFreeChart of(RunResult result, String scenario) {
    TimeScale scale = TimeScale.of(result);
    Windows windows = Windows.of(scale.end(), result.history().size());
    LatencyScale latencies = range(result.history());
    XYPlot plot = new XYPlot();
    plot.setRangeAxis(
        Ticks.logarithmic("latency", latencies.from(), latencies.to(), latencies.ticks()));
    Frame.clear(plot);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDataset(SUCCESSES, operations(result.history(), scale, Ending.OK));
    plot.setRenderer(SUCCESSES, new MarkRenderer(List.of(Ending.OK.look())));
    plot.setDataset(QUANTILES, quantiles(result.history(), windows, scale));
    plot.setRenderer(QUANTILES, new StepRenderer(SHOWN.stream().map(Quantile::look).toList()));
    plot.setDataset(FAILURES, operations(result.history(), scale, Ending.FAILED, Ending.UNKNOWN));
    plot.setRenderer(
        FAILURES, new MarkRenderer(List.of(Ending.FAILED.look(), Ending.UNKNOWN.look())));
    Backdrop backdrop = new Backdrop(result, scale, List.of());
    return new Frame(result, scenario, backdrop)
        .chart(numbers(result), List.of(plot), legend(result.history(), windows));
  }

  /** Time from when the operation was due; 0 is drawn as the least that the axis can show. */
  private static long latency(Operation operation) {
    return Math.max(LatencyScale.LEAST_NANOS, operation.completed() - operation.intended());
  }

  private static LatencyScale range(List<Operation> history) {
    long least = Long.MAX_VALUE;
    long most = 0;
    for (Operation operation : history) {
      least = Math.min(least, latency(operation));
      most = Math.max(most, latency(operation));
    }
    return history.isEmpty() ? LatencyScale.empty() : LatencyScale.of(least, most);
  }

  private static XYDataset operations(List<Operation> history, TimeScale scale, Ending... endings) {
    DefaultXYDataset dataset = new DefaultXYDataset();
    for (Ending ending : endings) {
      List<Operation> ended = new ArrayList<>();
      for (Operation operation : history) {
        if (Ending.of(operation.outcome()) == ending) {
          ended.add(operation);
        }
      }
      dataset.addSeries(
          ending.label(),
          new double[][] {
            ended.stream().mapToDouble(operation -> scale.at(operation.intended())).toArray(),
            ended.stream().mapToDouble(LatencyChart::latency).toArray()
          });
    }
    return dataset;
  }

  private static XYDataset quantiles(List<Operation> history, Windows windows, TimeScale scale) {
    List<Optional<Latency>> latencies = Latency.perWindow(history, windows);
    Steps steps = new Steps(windows, scale);
    for (Quantile quantile : SHOWN) {
      steps.add(
          quantile.label(), window -> latencies.get(window).map(quantile::of).orElse(Double.NaN));
    }
    return steps.dataset();
  }

  private static String numbers(RunResult result) {
    List<Operation> history = result.history();
    return Latency.of(history, result.duration())
        .map(latency ->
            SHOWN.getFirst().print(latency)
                + SHOWN.getLast().print(latency)
                + "max "
                + Units.duration(latency.max())
                + Units.DOT
                + Units.count(history.size(), "operation"))
        .orElse(history.isEmpty() ? "no operations" : "no operation succeeded");
  }

  /** Of what there is to see. */
  private static List<LegendItem> legend(List<Operation> history, Windows windows) {
    Set<Ending> seen = EnumSet.noneOf(Ending.class);
    history.forEach(operation -> seen.add(Ending.of(operation.outcome())));
    List<LegendItem> legend = new ArrayList<>();
    for (Ending ending : seen) {
      legend.add(Frame.mark(ending.label(), ending.look()));
    }
    if (seen.contains(Ending.OK)) {
      for (Quantile quantile : SHOWN) {
        String label = quantile.label() + Units.windows(windows);
        legend.add(Frame.line(label, quantile.look().color(), 2.5));
      }
    }
    return legend;
  }
}
