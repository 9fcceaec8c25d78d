package dev.faultline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.Durations;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "60s, 500ms, 120",
    "61s, 1s, 61",
    "30s, 250ms, 120",
    "10s, 100ms, 100",
    "20s, 200ms, 100",
    "1ms, 10us, 100",
    "100ns, 1ns, 100",
    "240ns, 2ns, 120",
    "250ns, 5ns, 50",
    "5m, 2500ms, 120",
    "20m, 10s, 120",
    "1h, 30s, 120",
    "24h, 1200s, 72",
    "1000h, 16h, 63"
  })
  void roundLengths(String duration, String length, int count) {
    assertThat(Windows.of(Durations.parseNanos(duration)))
        .isEqualTo(new Windows(Durations.parseNanos(length), count));
  }

  @ParameterizedTest(name = "{1} operations in {0}: {2}")
  @CsvSource({
    "60s, 12000, 500ms, 120",
    "60s, 1200, 500ms, 120",
    "60s, 1199, 1s, 60",
    "60s, 60, 10s, 6",
    "60s, 19, 60s, 1",
    "60s, 0, 60s, 1",
    "100ms, 49, 25ms, 4",
    "0s, 0, 1ns, 0"
  })
  void longEnoughForTenOperations(String duration, int operations, String length, int count) {
    assertThat(Windows.of(Durations.parseNanos(duration), operations))
        .isEqualTo(new Windows(Durations.parseNanos(length), count));
  }

  @Property
  void theyCoverTheRun(@ForAll @LongRange(min = 60, max = 36_000_000_000_000_000L) long duration) {
    Windows windows = Windows.of(duration);
    assertThat(windows.count()).isBetween(48, 120);
    assertThat(windows.start(windows.count())).isGreaterThanOrEqualTo(duration);
    assertThat(windows.start(windows.count() - 1)).isLessThan(duration);
    assertThat(windows.indexOf(0)).isZero();
    assertThat(windows.indexOf(duration - 1)).isEqualTo(windows.count() - 1);
    assertThat(windows.indexOf(windows.start(7))).isEqualTo(7);
    assertThat(windows.indexOf(windows.start(7) - 1)).isEqualTo(6);
  }
}
