package dev.faultline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as a person reads them. */
class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1500, 1.5 µs",
    "999499, 999 µs",
    "999500, 1 ms",
    "4123456, 4.12 ms",
    "72286207, 72.3 ms",
    "999499999, 999 ms",
    "999500000, 1 s",
    "60008040546, 60 s",
    "3600000000000, 3 600 s",
    "-1500000, -1.5 ms",
  })
  void durationsHaveThreeDigitsAndTheirOwnUnit(long nanos, String text) {
    assertThat(Figures.duration(nanos)).isEqualTo(text);
  }

  @Test
  void countsAreGroupedWhateverTheLocale() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.count(1_251_934)).isEqualTo("1 251 934");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void oneThingIsSingular() {
    assertThat(Figures.count(1, "event")).isEqualTo("1 event");
    assertThat(Figures.count(0, "event")).isEqualTo("0 events");
  }

  @ParameterizedTest
  @CsvSource({
    "10000000000, 25000000000, 10–25 s",
    "4000000000, 4509999999, 4–4.5 s",
    "29331000000, 29335900000, 29.331–29.335 s",
  })
  void stretchesAreBrief(long from, long to, String text) {
    assertThat(Figures.stretch(from, to)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 100 %", "0.99999, 99.99 %", "0.5147, 51.47 %", "0, 0 %"})
  void percentagesAreNeverRoundedUp(double share, String text) {
    assertThat(Figures.percent(share)).isEqualTo(text);
  }

  @Test
  void momentsHaveMilliseconds() {
    assertThat(Figures.moment(12_304_999_999L)).isEqualTo("12.304 s");
    assertThat(Figures.since(1_400_000_000L)).isEqualTo("1.4 s");
  }

  @ParameterizedTest
  @CsvSource({
    "900, 900 ns",
    "95000000000, 95 s",
    "120000000000, 2 min",
    "7199000000000, 119 min",
    "7200000000000, 2 h",
    "12240000000000, 3.4 h",
    "172800000000000, 2 days",
  })
  void longTimesHaveLongUnits(long nanos, String text) {
    assertThat(Figures.span(nanos)).isEqualTo(text);
  }
}
