package dev.faultline.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are written, read back and refused. */
class ValueFormsTest {
  private static final long TEN_THOUSAND_HOURS = 36_000_000_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "150ms, 150000000",
    "2s, 2000000000",
    "1.5s, 1500000000",
    "1m, 60000000000",
    "1h, 3600000000000",
    "7ns, 7",
    "7us, 7000",
    "7µs, 7000",
    ".5s, 500000000",
    "' 3 ms ', 3000000",
    "0s, 0",
    "10000h, 36000000000000000"
  })
  @DisplayName("a duration is a number and a unit")
  void durations(String text, long nanos) {
    assertThat(Durations.parseNanos(text)).isEqualTo(nanos);
    assertThat(Durations.parse(text)).isEqualTo(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "ms", "-5ms", "5 minutes", "1e3ms", "5s5", "10001h", "1,5s", "1.s"})
  @DisplayName("other durations are refused, with the text in the message")
  void refusedDurations(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessageContaining("'" + text + "'");
  }

  @Property(tries = 500)
  @Label("a printed duration reads back equal")
  void durationsRoundTrip(@ForAll @LongRange(max = TEN_THOUSAND_HOURS) long nanos) {
    assertThat(Durations.parseNanos(Durations.format(nanos))).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "999, 999ns", "1500, 1.5us", "250000000, 250ms", "61000000000, 61s"})
  @DisplayName("a duration is printed in the largest unit up to seconds")
  void printedDurations(long nanos, String text) {
    assertThat(Durations.format(nanos)).isEqualTo(text);
  }

  @Property(tries = 300)
  @Label("a printed range reads back equal")
  void rangesRoundTrip(
      @ForAll @LongRange(max = TEN_THOUSAND_HOURS / 2) long min,
      @ForAll @LongRange(max = TEN_THOUSAND_HOURS / 2) long more) {
    DurationRange range = new DurationRange(Duration.ofNanos(min), Duration.ofNanos(min + more));
    assertThat(DurationRange.parse(range.toString())).isEqualTo(range);
  }

  @Property(tries = 300)
  @Label("a draw from a range lies in it, and both ends come up")
  void draws(
      @ForAll @LongRange(max = 1_000_000_000_000L) long min,
      @ForAll @LongRange(max = 1_000_000_000_000L) long more,
      @ForAll long bits) {
    DurationRange range = new DurationRange(Duration.ofNanos(min), Duration.ofNanos(min + more));
    assertThat(range.draw(bits)).isBetween(min, min + more);
    assertThat(range.draw(0)).isEqualTo(min);
    assertThat(range.draw(-1)).isEqualTo(min + more);
  }

  @ParameterizedTest
  @CsvSource({"300ms..150ms", "..5ms", "5ms..", "5..6ms", "5ms...6ms"})
  @DisplayName("a range goes from the shorter to the longer duration")
  void refusedRanges(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DurationRange.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"12.5%, 0.125", "0.125, 0.125", "0%, 0", "100%, 1", "1, 1", "0.1%, 0.001"})
  @DisplayName("a share is a percentage or a number")
  void shares(String text, double value) {
    assertThat(Share.parse(text).value()).isEqualTo(value);
  }

  @Property(tries = 500)
  @Label("a printed share reads back equal")
  void sharesRoundTrip(@ForAll @DoubleRange(min = 0, max = 1) double value) {
    Share share = new Share(value);
    assertThat(Share.parse(share.toString())).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"101%", "-1%", "1.5", "half", "", "%", "NaN", "1e999", "0.1%%"})
  @DisplayName("other shares are refused")
  void refusedShares(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"200/s, 200", "3/m, 0.05", "3/min, 0.05", "36/h, 0.01", "0.5/s, 0.5", "1e3/s, 1000"})
  @DisplayName("a rate is a number and a unit of time")
  void rates(String text, double perSecond) {
    assertThat(Rate.parse(text).perSecond()).isEqualTo(perSecond);
  }

  @ParameterizedTest
  @CsvSource({"200/s", "0.5/s", "3/m", "1/h", "20/m", "7/h", "1.5/s", "0.25/h"})
  @DisplayName("a rate is printed as a person would write it")
  void printedRates(String text) {
    String usual = text.equals("0.5/s") ? "30/m" : text;
    assertThat(Rate.parse(text)).hasToString(usual);
  }

  @Property(tries = 2000)
  @Label("a printed rate reads back equal")
  void ratesRoundTrip(@ForAll @DoubleRange(min = -9, max = 9) double magnitude) {
    readsBack(new Rate(Math.pow(10, magnitude)), Rate::parse);
  }

  private static <T> void readsBack(T value, Function<String, T> parse) {
    assertThat(parse.apply(value.toString())).as(value.toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/s", "-1/s", "5", "5/d", "/s", "1e10/s", "x/s", "1e-400/s"})
  @DisplayName("other rates are refused")
  void refusedRates(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "200ppm, 200000",
    "-50ppb, -50",
    "10%, 100000000",
    "0ppm, 0",
    "+1.5ppm, 1500",
    "-90%, -900000000",
    "800%, 8000000000"
  })
  @DisplayName("a drift is a number and ppm, ppb or %")
  void drifts(String text, long partsPerBillion) {
    assertThat(Drift.parse(text).partsPerBillion()).isEqualTo(partsPerBillion);
  }

  @Property(tries = 500)
  @Label("a printed drift reads back equal")
  void driftsRoundTrip(@ForAll @LongRange(min = -900_000_000L, max = 8_000_000_000L) long ppb) {
    readsBack(new Drift(ppb), Drift::parse);
    readsBack(new Drift(ppb / 1000 * 1000), Drift::parse);
    readsBack(new Drift(ppb / 10_000_000 * 10_000_000), Drift::parse);
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "-91%", "801%", "1e30%", "ppm", "fast", ""})
  @DisplayName("other drifts are refused")
  void refusedDrifts(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Drift.parse(text));
  }
}
