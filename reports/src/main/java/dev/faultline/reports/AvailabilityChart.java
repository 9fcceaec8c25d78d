package dev.faultline.reports;

import dev.faultline.metrics.Availability;
import dev.faultline.metrics.Availability.Counts;
import dev.faultline.metrics.Windows;
import dev.faultline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * What share of the operations due in each window succeeded, with the outages, and below it how
 * many operations succeeded in a second.
 */
final class AvailabilityChart {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final StepRenderer.Look SHARE = new StepRenderer.Look(Style.BLUE, 1.6f, true);
  private static final StepRenderer.Look THROUGHPUT =
      new StepRenderer.Look(Style.GREEN, 1.6f, true);

  private final RunResult result;
  private final TimeScale scale;
  private final Availability availability;

  private AvailabilityChart(RunResult result) {
    this.result = result;
    this.scale = TimeScale.of(result);
    this.availability =
        Availability.of(
            result.history(), scale.end(), Windows.of(scale.end(), result.history().size()));
  }

  static JFreeChart of(RunResult result, String scenario) {
    AvailabilityChart chart = new AvailabilityChart(result);
    Backdrop backdrop = new Backdrop(result, chart.scale, chart.availability.outages());
    return new Frame(result, scenario, backdrop)
        .chart(chart.numbers(), List.of(chart.share(), chart.throughput()), chart.legend());
  }

  private XYPlot share() {
    List<Ticks.Tick> ticks = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent += 25) {
      ticks.add(new Ticks.Tick(percent, percent + " %"));
    }
    // A little room above 100 %, so that the line is not cut in half.
    return plot(
        Ticks.linear("success share", 0, 103, ticks),
        new Steps(availability.windows(), scale).add("success share", this::percent),
        SHARE);
  }

  /** {@code NaN} where nothing was due. */
  private double percent(int window) {
    Counts counts = availability.perWindow().get(window);
    return 100.0 * counts.succeeded() / counts.due();
  }

  private XYPlot throughput() {
    Steps steps = new Steps(availability.windows(), scale);
    double most = 0;
    for (int window = 0; window < availability.windows().count(); window++) {
      double rate = rate(steps, window);
      most = Double.isNaN(rate) ? most : Math.max(most, rate);
    }
    double top = 1.1 * (most > 0 ? most : 1);
    double step = Ticks.step(top, 4);
    List<Ticks.Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= top; i++) {
      ticks.add(new Ticks.Tick(i * step, Units.plain(i * step)));
    }
    return plot(
        Ticks.linear("operations/s", 0, top, ticks),
        steps.add("throughput", window -> rate(steps, window)),
        THROUGHPUT);
  }

  /** Successes in a second. A window of which the run had less than half would show mere chance. */
  private double rate(Steps steps, int window) {
    long length = steps.end(window) - availability.windows().start(window);
    return length < availability.windows().length() / 2.0
        ? Double.NaN
        : availability.perWindow().get(window).completed() * NANOS_PER_SECOND / length;
  }

  private static XYPlot plot(NumberAxis axis, Steps steps, StepRenderer.Look look) {
    XYPlot plot = new XYPlot(steps.dataset(), null, axis, new StepRenderer(List.of(look)));
    Frame.clear(plot);
    return plot;
  }

  private String numbers() {
    if (result.history().isEmpty()) {
      return "no operations";
    }
    double share = Availability.of(result.history(), result.duration()).share();
    int outages = availability.outages().size();
    long longest =
        availability.outages().stream().mapToLong(o -> o.to() - o.from()).max().orElse(0);
    return "availability "
        + Units.percent(share)
        + Units.DOT
        + switch (outages) {
          case 0 -> "no outage";
          case 1 -> "one outage, " + Units.duration(longest);
          default -> outages + " outages, the longest " + Units.duration(longest);
        };
  }

  private List<LegendItem> legend() {
    if (result.history().isEmpty()) {
      return List.of();
    }
    List<LegendItem> legend = new ArrayList<>();
    String windows = Units.windows(availability.windows());
    legend.add(Frame.line("success share" + windows, SHARE.color(), 2.5));
    legend.add(Frame.line("throughput" + windows, THROUGHPUT.color(), 2.5));
    if (!availability.outages().isEmpty()) {
      legend.add(Frame.area("outage", Style.OUTAGE_BAR));
    }
    return legend;
  }
}
