package dev.faultline.reports;

import static dev.faultline.reports.SampleRun.MILLIS;
import static dev.faultline.reports.SampleRun.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.history.Outcome;
import dev.faultline.service.KvResult;
import dev.faultline.simulation.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkRendererTest {
  /** A mark is a line of no length. */
  private static final Pattern MARK = Pattern.compile("M([0-9.]+,[0-9.]+)L\\1(?=[M'])");

  @Test
  void aMarkForEachPoint() {
    SampleRun run = new SampleRun(60 * SECONDS, 60 * SECONDS);
    for (int i = 0; i < 50; i++) {
      run.operation(i * SECONDS, (1 + i) * MILLIS, ok());
    }
    assertThat(marks(run.result())).isEqualTo(50);
  }

  @Test
  void pointsInOnePlaceAreOneMark() {
    SampleRun run = new SampleRun(60 * SECONDS, 60 * SECONDS);
    for (int i = 0; i < 50; i++) {
      run.operation(30 * SECONDS, MILLIS, ok());
    }
    assertThat(marks(run.result())).isOne();
  }

  @Test
  void thereAreNeverTooManyMarks() {
    RunResult result = new SampleRun(60 * SECONDS, 60 * SECONDS).load(2_000).result();
    assertThat(marks(result)).isBetween(3_000L, (long) MarkRenderer.MOST_MARKS);
  }

  private static long marks(RunResult result) {
    byte[] svg = Picture.svg(LatencyChart.of(result, "x"), "x");
    return MARK.matcher(new String(svg, StandardCharsets.UTF_8)).results().count();
  }

  private static Outcome<?> ok() {
    return new Outcome.Ok<>(new KvResult.Written());
  }
}
