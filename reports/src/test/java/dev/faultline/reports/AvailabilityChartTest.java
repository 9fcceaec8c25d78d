package dev.faultline.reports;

import static dev.faultline.reports.Drawn.backMarkers;
import static dev.faultline.reports.Drawn.legend;
import static dev.faultline.reports.Drawn.plots;
import static dev.faultline.reports.Drawn.texts;
import static dev.faultline.reports.Drawn.valueAt;
import static dev.faultline.reports.SampleRun.MILLIS;
import static dev.faultline.reports.SampleRun.SECONDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.history.Outcome;
import dev.faultline.service.KvResult;
import dev.faultline.simulation.RunResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class AvailabilityChartTest {
  @Test
  void theShareOfEachWindow() {
    XYDataset share = share(halfFails()).getDataset();
    assertThat(valueAt(share, 0, 1.5)).isEqualTo(100.0);
    assertThat(valueAt(share, 0, 6.5)).isCloseTo(50.0, within(0.01));
  }

  @Test
  void throughputIsOperationsPerSecond() {
    XYPlot throughput = plots(AvailabilityChart.of(halfFails(), "x"), 2).get(1);
    assertThat(valueAt(throughput.getDataset(), 0, 1.5)).isEqualTo(100.0);
    assertThat(valueAt(throughput.getDataset(), 0, 6.5)).isEqualTo(50.0);
    assertThat(throughput.getRangeAxis().getLowerBound()).isZero();
    assertThat(throughput.getRangeAxis().getUpperBound()).isBetween(100.0, 125.0);
  }

  @Test
  void theShareAxisIsAlwaysTheWhole() {
    assertThat(share(halfFails()).getRangeAxis().getRange().contains(100)).isTrue();
    assertThat(share(halfFails()).getRangeAxis().getLowerBound()).isZero();
  }

  @Test
  void outagesAreMarkedInBothPlots() {
    RunResult result =
        new SampleRun(60 * SECONDS, 60 * SECONDS)
            .stall(20 * SECONDS, 3 * SECONDS)
            .load(100)
            .result();
    for (XYPlot plot : plots(AvailabilityChart.of(result, "x"), 2)) {
      IntervalMarker outage = backMarkers(plot, IntervalMarker.class).getFirst();
      assertThat(outage.getStartValue()).isCloseTo(20, within(0.1));
      assertThat(outage.getEndValue()).isCloseTo(23, within(0.1));
    }
  }

  @Test
  void aWindowWithoutOperationsHasNoShare() {
    SampleRun run = new SampleRun(10 * SECONDS, 10 * SECONDS);
    for (int i = 0; i < 100; i++) {
      run.operation(9 * SECONDS + i * MILLIS, MILLIS, ok());
    }
    XYDataset share = share(run.result()).getDataset();
    assertThat(valueAt(share, 0, 0.5)).isNaN();
    assertThat(valueAt(share, 0, 9.05)).isEqualTo(100.0);
  }

  @Test
  void aLineIsBrokenWhereThereIsNoShare() {
    SampleRun run = new SampleRun(10 * SECONDS, 10 * SECONDS);
    for (int i = 0; i < 100; i++) {
      run.operation(i * MILLIS, MILLIS, ok());
      run.operation(9 * SECONDS + i * MILLIS, MILLIS, ok());
    }
    String svg = new String(Picture.svg(AvailabilityChart.of(run.result(), "x"), "x"), UTF_8);
    Matcher line = Pattern.compile("stroke:rgb\\(0,114,178\\)[^>]*><path d='([^']*)'").matcher(svg);
    assertThat(line.find()).isTrue();
    assertThat(line.group(1).split("M")).as("what each stroke of the pen draws").hasSize(1 + 2);
  }

  @Test
  void theLastWindowEndsWithTheRun() {
    RunResult result = new SampleRun(10 * SECONDS, 10_450 * MILLIS).load(500).result();
    XYDataset share = share(result).getDataset();
    assertThat(share.getXValue(0, share.getItemCount(0) - 1)).isEqualTo(10.45);
  }

  @Test
  void titleAndNumbers() {
    assertThat(texts(AvailabilityChart.of(halfFails(), "raft-calm")))
        .containsExactly("raft-calm", "seed 1 · verdict: pass · availability 75 % · no outage");
  }

  @Test
  void anEmptyHistory() {
    JFreeChart chart =
        AvailabilityChart.of(new SampleRun(60 * SECONDS, 60 * SECONDS).result(), "x");
    assertThat(texts(chart).getLast()).isEqualTo("seed 1 · verdict: pass · no operations");
    assertThat(plots(chart, 2).getFirst().getDataset().getItemCount(0)).isPositive();
  }

  @Test
  void theLegendNamesWhatThereIs() {
    assertThat(legend(AvailabilityChart.of(SampleRun.typical(), "x")))
        .containsExactly(
            "success share (1 s windows)",
            "throughput (1 s windows)",
            "outage",
            "fault active",
            "recovery");
    assertThat(legend(AvailabilityChart.of(halfFails(), "x"))).hasSize(2);
  }

  /** 100 operations per second for 10 s; from 5 s on, every second one fails. */
  private static RunResult halfFails() {
    SampleRun run = new SampleRun(10 * SECONDS, 10 * SECONDS);
    for (int i = 0; i < 1_000; i++) {
      boolean fails = i >= 500 && i % 2 == 0;
      run.operation(i * 10 * MILLIS, MILLIS, fails ? new Outcome.Failed<>("no") : ok());
    }
    return run.result();
  }

  private static Outcome<?> ok() {
    return new Outcome.Ok<>(new KvResult.Written());
  }

  private static XYPlot share(RunResult result) {
    List<XYPlot> plots = plots(AvailabilityChart.of(result, "x"), 2);
    return plots.getFirst();
  }
}
