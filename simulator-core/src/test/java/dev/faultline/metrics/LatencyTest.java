package dev.faultline.metrics;

import static dev.faultline.metrics.Histories.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.history.Outcome;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final Percentage PRECISION = Percentage.withPercentage(0.1);

  @Test
  @DisplayName("quantiles of 1..100 ms")
  void quantiles() {
    Histories history = new Histories();
    for (int i = 1; i <= 100; i++) {
      history.ok(i, i + i);
    }
    Latency latency = Latency.of(history.list(), millis(1000)).orElseThrow();
    assertThat(latency.count()).isEqualTo(100);
    assertThat(latency.p50()).isCloseTo(millis(50), PRECISION).isGreaterThanOrEqualTo(millis(50));
    assertThat(latency.p90()).isCloseTo(millis(90), PRECISION);
    assertThat(latency.p95()).isCloseTo(millis(95), PRECISION);
    assertThat(latency.p99()).isCloseTo(millis(99), PRECISION);
    assertThat(latency.max()).isEqualTo(millis(100));
  }

  @Test
  @DisplayName("waiting for a busy client counts: the intended start is what matters")
  void intendedStart() {
    Histories history = new Histories().add(10, 500, 510, new Outcome.Ok<>(new Written()));
    assertThat(Latency.of(history.list(), millis(1000)).orElseThrow().max()).isEqualTo(millis(500));
  }

  private record Written() {}

  @Test
  @DisplayName("only successes that were due in time count")
  void whatCounts() {
    Histories history =
        new Histories().ok(1, 2).failed(2, 900).unknown(3, 900).ok(99, 150).ok(100, 900);
    Latency latency = Latency.of(history.list(), millis(100)).orElseThrow();
    assertThat(latency.count()).isEqualTo(2);
    assertThat(latency.max()).isEqualTo(millis(51));
    assertThat(Latency.of(new Histories().failed(1, 2).list(), millis(10))).isEmpty();
    assertThat(Latency.of(List.of(), 0)).isEmpty();
  }

  @Test
  @DisplayName("the largest value bounds every quantile")
  void clamped() {
    Latency latency = Latency.of(new Histories().ok(0, 12_345).list(), millis(1)).orElseThrow();
    assertThat(latency.p50()).isEqualTo(latency.max()).isEqualTo(millis(12_345));
  }

  @Test
  @DisplayName("each window has its own summary, by the intended start")
  void perWindow() {
    Histories history = new Histories().ok(5, 8).ok(25, 26).ok(3, 14).unknown(12, 13);
    List<Optional<Latency>> latencies =
        Latency.perWindow(history.list(), new Windows(millis(10), 3));
    assertThat(latencies).hasSize(3);
    assertThat(latencies.get(0).orElseThrow().count()).isEqualTo(2);
    assertThat(latencies.get(0).orElseThrow().max()).isEqualTo(millis(11));
    assertThat(latencies.get(1)).isEmpty();
    assertThat(latencies.get(2).orElseThrow().p99()).isCloseTo(millis(1), within(1_000L));
  }
}
