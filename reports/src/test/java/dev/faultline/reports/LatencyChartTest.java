package dev.faultline.reports;

import static dev.faultline.reports.Drawn.backMarkers;
import static dev.faultline.reports.Drawn.legend;
import static dev.faultline.reports.Drawn.plots;
import static dev.faultline.reports.Drawn.texts;
import static dev.faultline.reports.Drawn.valueAt;
import static dev.faultline.reports.SampleRun.MILLIS;
import static dev.faultline.reports.SampleRun.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.history.Outcome;
import dev.faultline.service.KvResult;
import dev.faultline.simulation.RunResult;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class LatencyChartTest {
  private static final double PIXEL_OF_A_MINUTE = 60.0 / Style.PLOT_WIDTH;

  @Test
  void aPointForEachOperationByOutcome() {
    XYPlot plot = plot(fourOperations());
    XYDataset ok = plot.getDataset(LatencyChart.SUCCESSES);
    assertThat(ok.getSeriesKey(0).toString()).isEqualTo("ok");
    assertThat(ok.getItemCount(0)).isEqualTo(2);
    assertThat(ok.getXValue(0, 1)).isEqualTo(20.0);
    assertThat(ok.getYValue(0, 1)).isEqualTo(5.0 * MILLIS);
    XYDataset failures = plot.getDataset(LatencyChart.FAILURES);
    assertThat(failures.getSeriesKey(0).toString()).isEqualTo("failed");
    assertThat(failures.getItemCount(0)).isEqualTo(1);
    assertThat(failures.getYValue(0, 0)).isEqualTo(7.0 * MILLIS);
    assertThat(failures.getSeriesKey(1).toString()).isEqualTo("unknown");
    assertThat(failures.getItemCount(1)).isEqualTo(1);
    assertThat(failures.getYValue(1, 0)).isEqualTo(1_000.0 * MILLIS);
  }

  @Test
  void quantilesOfEachWindow() {
    SampleRun run = new SampleRun(10 * SECONDS, 10 * SECONDS);
    for (int i = 1; i <= 100; i++) {
      run.operation(i * MILLIS, i * MILLIS, ok());
      run.operation(9 * SECONDS + i * MILLIS, 2 * i * MILLIS, ok());
    }
    XYDataset quantiles = plot(run.result()).getDataset(LatencyChart.QUANTILES);
    assertThat(valueAt(quantiles, 0, 0.1)).isCloseTo(50e6, within(1e5));
    assertThat(valueAt(quantiles, 1, 0.1)).isCloseTo(95e6, within(1e5));
    assertThat(valueAt(quantiles, 2, 0.1)).isCloseTo(99e6, within(1e5));
    assertThat(valueAt(quantiles, 0, 9.1)).isCloseTo(100e6, within(2e5));
    assertThat(valueAt(quantiles, 0, 5)).as("nothing was due").isNaN();
  }

  @Test
  void failuresAreDrawnOverTheLines() {
    assertThat(plot(fourOperations()).getDatasetRenderingOrder())
        .isEqualTo(DatasetRenderingOrder.FORWARD);
    assertThat(LatencyChart.FAILURES).isGreaterThan(LatencyChart.QUANTILES);
    assertThat(LatencyChart.QUANTILES).isGreaterThan(LatencyChart.SUCCESSES);
  }

  @Test
  void theAxesHoldEverything() {
    RunResult result = SampleRun.typical();
    XYPlot plot = plot(result);
    assertThat(plot.getDomainAxis().getLowerBound()).isZero();
    assertThat(plot.getDomainAxis().getUpperBound()).isEqualTo(64.0);
    double most =
        result.history().stream().mapToLong(o -> o.completed() - o.intended()).max().orElseThrow();
    double least =
        result.history().stream().mapToLong(o -> o.completed() - o.intended()).min().orElseThrow();
    assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(most);
    assertThat(plot.getRangeAxis().getLowerBound()).isLessThan(least);
  }

  @Test
  void faultsAreBandsBehindTheData() {
    RunResult result =
        new SampleRun(60 * SECONDS, 60 * SECONDS)
            .fault("partition", "n1 | n2 n3", 10 * SECONDS, 25 * SECONDS)
            .fault("crash", "crash n2", 32 * SECONDS, 35 * SECONDS)
            .fault("crash", "crash leader", 40 * SECONDS, 41 * SECONDS, "no leader")
            .result();
    List<IntervalMarker> bands = backMarkers(plot(result), IntervalMarker.class);
    assertThat(bands).hasSize(2);
    assertThat(bands.get(0).getStartValue()).isCloseTo(10, within(PIXEL_OF_A_MINUTE));
    assertThat(bands.get(0).getEndValue()).isCloseTo(25, within(PIXEL_OF_A_MINUTE));
    assertThat(bands.get(1).getStartValue()).isCloseTo(32, within(PIXEL_OF_A_MINUTE));
    assertThat(bands.get(1).getEndValue()).isCloseTo(35, within(PIXEL_OF_A_MINUTE));
  }

  @Test
  void theRecoveryIsMarked() {
    XYPlot plot = plot(new SampleRun(60 * SECONDS, 64 * SECONDS).result());
    IntervalMarker recovery = backMarkers(plot, IntervalMarker.class).getFirst();
    assertThat(recovery.getStartValue()).isEqualTo(60.0);
    assertThat(recovery.getEndValue()).isEqualTo(64.0);
    assertThat(backMarkers(plot, ValueMarker.class).getFirst().getValue()).isEqualTo(60.0);
  }

  @Test
  void aRunThatEndsEarlyHasNoRecovery() {
    XYPlot plot = plot(new SampleRun(60 * SECONDS, 18 * SECONDS).result());
    assertThat(backMarkers(plot, IntervalMarker.class)).isEmpty();
    assertThat(plot.getDomainAxis().getUpperBound()).isEqualTo(18.0);
  }

  @Test
  void violationsAreLinesOverTheData() {
    RunResult result =
        new SampleRun(60 * SECONDS, 60 * SECONDS)
            .violation("raft/election-safety", 30 * SECONDS)
            .violation("raft/election-safety", 30 * SECONDS + 1)
            .violation("linearizable", 60 * SECONDS)
            .result();
    List<ValueMarker> lines = Drawn.markers(plot(result), Layer.FOREGROUND, ValueMarker.class);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).getValue()).isEqualTo(30.0);
    assertThat(lines.get(1).getValue()).isLessThan(60).isCloseTo(60, within(0.1));
  }

  @Test
  void titleAndNumbers() {
    assertThat(texts(LatencyChart.of(fourOperations(), "raft-calm")))
        .containsExactly(
            "raft-calm", "seed 1 · verdict: pass · p50 3 ms · p99 5 ms · max 5 ms · 4 operations");
  }

  @Test
  void anEmptyHistory() {
    JFreeChart chart = LatencyChart.of(new SampleRun(SECONDS, SECONDS).result(), "x");
    assertThat(texts(chart).getLast()).isEqualTo("seed 1 · verdict: pass · no operations");
    assertThat(legend(chart)).isEmpty();
  }

  @Test
  void theLegendNamesWhatThereIs() {
    JFreeChart chart = LatencyChart.of(SampleRun.typical(), "x");
    assertThat(legend(chart))
        .containsExactly(
            "ok",
            "failed",
            "unknown",
            "p50 (1 s windows)",
            "p95 (1 s windows)",
            "p99 (1 s windows)",
            "fault active",
            "recovery");
  }

  private static RunResult fourOperations() {
    return new SampleRun(60 * SECONDS, 60 * SECONDS)
        .operation(10 * SECONDS, 3 * MILLIS, ok())
        .operation(20 * SECONDS, 5 * MILLIS, ok())
        .operation(30 * SECONDS, 7 * MILLIS, new Outcome.Failed<>("no"))
        .operation(40 * SECONDS, 1_000 * MILLIS, new Outcome.Unknown<>())
        .result();
  }

  private static Outcome<?> ok() {
    return new Outcome.Ok<>(new KvResult.Written());
  }

  private static XYPlot plot(RunResult result) {
    return plots(LatencyChart.of(result, "scenario"), 1).getFirst();
  }
}
