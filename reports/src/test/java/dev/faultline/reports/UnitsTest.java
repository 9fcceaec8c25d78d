package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest(name = "{0} ns: {1}")
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1000, 1 µs",
    "1250000, 1.25 ms",
    "9994000, 9.99 ms",
    "9996000, 10 ms",
    "99940000, 99.9 ms",
    "99960000, 100 ms",
    "999499999, 999 ms",
    "999500000, 1 s",
    "87240000000, 87.2 s",
    "119000000000, 119 s",
    "150000000000, 2.5 min",
    "7200000000000, 2 h",
    "36000000000000000, 10 000 h"
  })
  void durations(long nanos, String text) {
    assertThat(Units.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0, 0 %", "0.29, 29 %", "0.98765, 98.76 %", "0.999999, 99.99 %", "1, 100 %"})
  void sharesAreNeverRoundedUp(double share, String text) {
    assertThat(Units.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0, 0",
    "0.30000000000000004, 0.3",
    "2.5, 2.5",
    "0.000125, 0.000125",
    "12000, 12 000"
  })
  void plainNumbers(double value, String text) {
    assertThat(Units.plain(value)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1, 1 operation", "0, 0 operations", "1234567, 1 234 567 operations"})
  void counts(long number, String text) {
    assertThat(Units.count(number, "operation")).isEqualTo(text);
  }
}
