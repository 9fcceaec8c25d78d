package dev.faultline.metrics;

import static dev.faultline.metrics.Histories.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Ending;
import dev.faultline.check.Validation;
import dev.faultline.check.Validation.Judgement;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.history.Operation;
import dev.faultline.metrics.LatencyThreshold.Quantile;
import dev.faultline.values.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
  private static Ending ending(Histories history, long messages) {
    return new Ending(history.list(), millis(1000), millis(1200), messages, 0);
  }

  @Test
  void availability() {
    Histories history = new Histories().ok(0, 1).ok(1, 2).failed(500, 501).failed(505, 512);
    Validation met = new AvailabilityThreshold(Share.parse("50%"));
    assertThat(met.name()).isEqualTo("availability");
    assertThat(met.judge(ending(history, 0)))
        .isEqualTo(
            new Judgement(
                Verdict.PASS,
                4,
                Optional.of("50% of 4 operations succeeded (longest outage 500ms..512ms)"),
                Optional.empty()));
    String message =
        "50% of 4 operations succeeded (longest outage 500ms..512ms), expected at least 50.1%";
    assertThat(new AvailabilityThreshold(Share.parse("50.1%")).judge(ending(history, 0)))
        .isEqualTo(
            new Judgement(
                Verdict.VIOLATION,
                4,
                Optional.of(message),
                Optional.of(
                    new Violation(
                        "availability",
                        message,
                        millis(1200),
                        Violation.AT_THE_END,
                        List.of(),
                        Optional.empty()))));
  }

  @Test
  @DisplayName("a share just below the limit does not read as the limit")
  void roundsDown() {
    Histories history = new Histories();
    for (int i = 0; i < 1999; i++) {
      history.ok(i / 2, i / 2 + 1);
    }
    history.failed(999, 1000);
    Judgement judgement = new AvailabilityThreshold(Share.ALL).judge(ending(history, 0));
    assertThat(judgement.why())
        .contains("99.95% of 2000 operations succeeded, expected at least 100%");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P50 | < 3ms  | PASS      | p50 of 10 operations is 1
          P50 | < 1ms  | VIOLATION | p50 of 10 operations is 1
          P90 | <= 2ms | PASS      | p90 of 10 operations is 1
          P95 | < 3ms  | VIOLATION | p95 of 10 operations is 7.654ms, expected < 3ms
          P99 | < 3ms  | VIOLATION | p99 of 10 operations is 7.654ms, expected < 3ms
          MAX | < 7ms  | VIOLATION | max of 10 operations is 7.654ms, expected < 7ms
          MAX | < 8ms  | PASS      | max of 10 operations is 7.654ms
          """)
  void latency(Quantile quantile, String threshold, Verdict verdict, String why) {
    Histories history = new Histories();
    for (int i = 0; i < 9; i++) {
      history.ok(i, i + 1);
    }
    history.ok(990, 997).failed(5, 500);
    Ending ending = slower(ending(history, 0));
    Validation validation = new LatencyThreshold(quantile, Threshold.parse(threshold));
    assertThat(validation.name()).isEqualTo("latency." + quantile.key());
    Judgement judgement = validation.judge(ending);
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.evaluations()).isEqualTo(10);
    assertThat(judgement.why().orElseThrow()).startsWith(why);
    assertThat(judgement.violation().isPresent()).isEqualTo(verdict == Verdict.VIOLATION);
  }

  /** The same with the slowest success taking 7.654321 ms. */
  private static Ending slower(Ending ending) {
    List<Operation> operations =
        ending.history().stream()
            .map(operation ->
                operation.completed() != millis(997)
                    ? operation
                    : new Operation(
                        operation.id(),
                        operation.client(),
                        operation.process(),
                        operation.operation(),
                        operation.outcome(),
                        operation.intended(),
                        operation.invoked(),
                        operation.intended() + 7_654_321))
            .toList();
    return new Ending(operations, ending.duration(), ending.end(), 0, 0);
  }

  @Test
  @DisplayName("messages count for the successes of the fault phase")
  void messagesPerOperation() {
    Histories history = new Histories().ok(0, 1).ok(1, 2).failed(2, 3).ok(1000, 1001);
    Validation validation = new MessagesPerOperation(Threshold.parse("< 9"));
    assertThat(validation.name()).isEqualTo("messagesPerOperation");
    assertThat(validation.judge(ending(history, 17)).why())
        .contains("8.5 messages for each of 2 operations");
    assertThat(validation.judge(ending(history, 17)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(validation.judge(ending(history, 18)).why())
        .contains("9 messages for each of 2 operations, expected < 9");
    assertThat(validation.judge(ending(history, 18)).verdict()).isEqualTo(Verdict.VIOLATION);
  }

  @Test
  @DisplayName("thresholds over no operation are undecided")
  void nothing() {
    Histories late = new Histories().ok(1000, 1001);
    assertUndecided(new AvailabilityThreshold(Share.ALL), late, "no operation was due");
    Threshold duration = Threshold.parse("< 1s");
    Histories failed = new Histories().failed(0, 1);
    assertUndecided(new LatencyThreshold(Quantile.P99, duration), failed, "no operation succeeded");
    assertUndecided(
        new MessagesPerOperation(Threshold.parse("< 9")), failed, "no operation succeeded");
  }

  private static void assertUndecided(Validation validation, Histories history, String why) {
    assertThat(validation.judge(ending(history, 10)))
        .isEqualTo(new Judgement(Verdict.UNDECIDED, 0, Optional.of(why), Optional.empty()));
  }
}
