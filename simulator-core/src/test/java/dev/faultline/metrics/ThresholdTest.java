package dev.faultline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.metrics.Threshold.Comparison;
import dev.faultline.metrics.Threshold.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "< 800ms, BELOW, 800000000, DURATION",
    "<= 1.5s, AT_MOST, 1500000000, DURATION",
    "< 9, BELOW, 9, NUMBER",
    "> 2.5, ABOVE, 2.5, NUMBER",
    "<= 5%, AT_MOST, 0.05, SHARE",
    ">= 99.9%, AT_LEAST, 0.999, SHARE"
  })
  void parsesAndPrints(String text, Comparison comparison, double limit, Unit unit) {
    Threshold threshold = Threshold.parse(text);
    assertThat(threshold).isEqualTo(new Threshold(comparison, limit, unit));
    assertThat(threshold).hasToString(text);
    assertThat(Threshold.parse(" " + text.replace(" ", "") + " ")).isEqualTo(threshold);
    assertThat(Threshold.parse(text, unit)).isEqualTo(threshold);
  }

  @Test
  void comparesAtTheLimit() {
    assertThat(Threshold.parse("< 9").admits(8.999)).isTrue();
    assertThat(Threshold.parse("< 9").admits(9)).isFalse();
    assertThat(Threshold.parse("<= 9").admits(9)).isTrue();
    assertThat(Threshold.parse("<= 9").admits(9.001)).isFalse();
    assertThat(Threshold.parse("> 9").admits(9)).isFalse();
    assertThat(Threshold.parse("> 9").admits(9.001)).isTrue();
    assertThat(Threshold.parse(">= 9").admits(9)).isTrue();
    assertThat(Threshold.parse(">= 9").admits(8.999)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "800ms", "= 9", "<", "< ", "~ 9"})
  void wantsAComparison(String text) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a comparison such as '< 800ms', '< 9' or '<= 5%', got '" + text + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          < -3    | expected a duration with a unit such as 150ms, 2s or 1m, got '-3'
          < 8 foo | expected a duration with a unit such as 150ms, 2s or 1m, got '8 foo'
          <= 105% | a share is between 0% and 100%, got 105%
          """)
  void wantsALimit(String text, String message) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void wantsTheRightUnit() {
    assertThatThrownBy(() -> Threshold.parse("< 9", Unit.DURATION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a duration such as '< 800ms', got '< 9'");
    assertThatThrownBy(() -> new MessagesPerOperation(Threshold.parse("< 9ms")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a number such as '< 9', got '< 9ms'");
    assertThatThrownBy(
            () -> new LatencyThreshold(LatencyThreshold.Quantile.P99, Threshold.parse("< 9%")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a duration such as '< 800ms', got '< 9%'");
  }
}
