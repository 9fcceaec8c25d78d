package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.values.DurationRange;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaftConfigTest {
  @ParameterizedTest(name = "{0}, {1} ms, {2}, {3} ms: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          150ms..300ms | 150 | 64 | 200 | heartbeat is below the shortest election timeout, got 150ms and 150ms..300ms
          150ms..300ms | 0   | 64 | 200 | heartbeat is above 0, got 0s
          150ms..300ms | 50  | 0  | 200 | entriesPerAppend is at least 1, got 0
          150ms..300ms | 50  | 64 | 0   | clientRetry is above 0, got 0s
          150ms..300ms | 50  | 64 | -1  | clientRetry is above 0, got -1ms
          """)
  void namesTheRule(String timeout, long heartbeat, int entries, long retry, String rule) {
    assertThatThrownBy(() ->
            new RaftConfig(
                DurationRange.parse(timeout),
                Duration.ofMillis(heartbeat),
                entries,
                Duration.ofMillis(retry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(rule);
  }
}
