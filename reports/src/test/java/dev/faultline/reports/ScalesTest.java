package dev.faultline.reports;

import static dev.faultline.reports.SampleRun.MILLIS;
import static dev.faultline.reports.SampleRun.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.Durations;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "500us, µs, 0 50 100 150 200 250 300 350 400 450 500",
    "100ms, ms, 0 10 20 30 40 50 60 70 80 90 100",
    "3s, s, 0 0.5 1 1.5 2 2.5 3",
    "64s, s, 0 10 20 30 40 50 60",
    "2h, min, 0 10 20 30 40 50 60 70 80 90 100 110 120",
    "100h, h, 0 10 20 30 40 50 60 70 80 90 100",
    "0s, µs, 0 100 200 300 400 500 600 700 800 900 1 000"
  })
  void timeInUnitsThatSuitTheLength(String end, String unit, String ticks) {
    TimeScale scale = scale(Durations.parseNanos(end));
    assertThat(scale.unit()).isEqualTo(unit);
    assertThat(String.join(" ", labels(scale.ticks()))).isEqualTo(ticks);
  }

  @Test
  void momentsAndPixelsAgree() {
    TimeScale scale = scale(60 * SECONDS);
    assertThat(scale.at(15 * SECONDS)).isEqualTo(15.0);
    assertThat(scale.pixel(15 * SECONDS)).isEqualTo(Style.PLOT_WIDTH / 4.0);
    assertThat(scale.atPixel(scale.pixel(15 * SECONDS))).isEqualTo(15.0);
    assertThat(scale.pixel(90 * SECONDS)).isEqualTo(Style.PLOT_WIDTH);
  }

  @Test
  void latencyIsLabelledAtPowersOfTen() {
    LatencyScale scale = LatencyScale.of(300_000, 1_000 * MILLIS);
    assertThat(scale).isEqualTo(new LatencyScale(0.2 * MILLIS, 2e9));
    assertThat(labels(scale.ticks())).containsExactly("1 ms", "10 ms", "100 ms", "1 s");
  }

  @Test
  void aShortLatencyAxisHasLabelsInBetween() {
    LatencyScale scale = LatencyScale.of(3 * MILLIS, 3 * MILLIS);
    assertThat(labels(scale.ticks())).containsExactly("2 ms", "5 ms", "10 ms", "20 ms");
  }

  @Test
  void latencyOfNothingStillHasAnAxis() {
    LatencyScale scale = LatencyScale.of(0, 0);
    assertThat(scale.from()).isPositive();
    assertThat(labels(scale.ticks())).isNotEmpty();
  }

  @Property
  void latencyAxesHoldTheirData(
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long least,
      @ForAll @LongRange(min = 0, max = 100_000_000_000_000L) long range) {
    LatencyScale scale = LatencyScale.of(least, least + range);
    assertThat(scale.from()).isPositive().isLessThanOrEqualTo(Math.max(1_000.0, least));
    assertThat(scale.to()).isGreaterThan(least + range).isGreaterThanOrEqualTo(10 * scale.from());
    assertThat(labels(scale.ticks())).hasSizeBetween(1, 15);
  }

  @Property
  void timeAxesHaveAFewTicks(
      @ForAll @LongRange(min = 1_000, max = 36_000_000_000_000_000L) long end) {
    TimeScale scale = scale(end);
    assertThat(scale.ticks()).hasSizeBetween(5, 13);
    assertThat(scale.ticks().getLast().value()).isLessThanOrEqualTo(scale.max());
  }

  private static TimeScale scale(long end) {
    return TimeScale.of(new SampleRun(end, end).result());
  }

  private static List<String> labels(List<Ticks.Tick> ticks) {
    return ticks.stream().map(Ticks.Tick::label).filter(label -> !label.isEmpty()).toList();
  }
}
