package dev.faultline.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.trace.EventKind;
import dev.faultline.trace.Fact;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trace keeps, and how a run is compared with it. */
class TraceTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");

  @TempDir private Path folder;

  private record Happened(long value, Optional<String> name, List<NodeId> peers) implements Fact {}

  private static TraceEntry handled(long event, String content) {
    return new TraceEntry.Handled(
        event, event * 1000, EventKind.MESSAGE, N1, Optional.of(N2), "Ping", content, event - 1);
  }

  private static TraceEntry fact(long event, long value) {
    return new TraceEntry.Reported(
        event, event * 1000, N1, new Happened(value, Optional.empty(), List.of(N1, N2)));
  }

  private List<String> written(Trace trace) throws IOException {
    Path file = folder.resolve("trace.jsonl");
    trace.write(file);
    return Files.readAllLines(file);
  }

  @Test
  void aShortTraceKeepsEverything() throws IOException {
    Trace trace = new Trace();
    trace.accept(handled(1, "Ping[]"));
    trace.accept(fact(1, 7));
    trace.accept(new TraceEntry.Sent(1, 1000, N1, N2, "Pong", "Pong[]"));
    trace.accept(new TraceEntry.Lost(1, 1000, N1, N2, "Pong", "cut"));

    assertThat(written(trace))
        .containsExactly(
            "{\"about\":\"all 4 steps up to the violation\",\"earlierFacts\":0}",
            "{\"step\":\"message\",\"event\":1,\"timeNanos\":1000,\"node\":\"n1\",\"from\":\"n2\","
                + "\"type\":\"Ping\",\"content\":\"Ping[]\",\"cause\":0}",
            "{\"step\":\"fact\",\"event\":1,\"timeNanos\":1000,\"node\":\"n1\",\"type\":\"Happened\","
                + "\"fact\":{\"value\":7,\"name\":null,\"peers\":[\"n1\",\"n2\"]}}",
            "{\"step\":\"sent\",\"event\":1,\"timeNanos\":1000,\"from\":\"n1\",\"to\":\"n2\","
                + "\"type\":\"Pong\",\"content\":\"Pong[]\"}",
            "{\"step\":\"lost\",\"event\":1,\"timeNanos\":1000,\"from\":\"n1\",\"to\":\"n2\","
                + "\"type\":\"Pong\",\"why\":\"cut\"}");
  }

  @Test
  void aLongTraceKeepsTheLastStepsAndAllEarlierFacts() throws IOException {
    Trace trace = new Trace();
    long events = Trace.STEPS;
    for (long event = 1; event <= events; event++) {
      trace.accept(handled(event, ""));
      trace.accept(fact(event, event));
    }
    List<String> lines = written(trace);

    assertThat(trace.about())
        .isEqualTo("the last 20000 of 40000 steps up to the violation, and all facts before them");
    assertThat(lines).hasSize(1 + Trace.STEPS / 2 + Trace.STEPS);
    assertThat(lines.subList(1, 1 + Trace.STEPS / 2)).allMatch(line -> line.contains("\"fact\""));
    assertThat(Trace.linesBeforeSteps(lines)).isEqualTo(1 + Trace.STEPS / 2);
    assertThat(lines.getLast()).contains("\"event\":" + events);
  }

  @Test
  void theSameStepsCompareEqual() throws IOException {
    Trace trace = new Trace();
    trace.accept(handled(1, "a"));
    trace.accept(fact(1, 7));
    TraceComparison comparison = new TraceComparison(written(trace));
    comparison.accept(handled(1, "a"));
    comparison.accept(fact(1, 7));

    assertThat(comparison.difference()).isEmpty();
  }

  @Test
  void theFirstDifferenceIsKept() throws IOException {
    Trace trace = new Trace();
    trace.accept(handled(1, "a"));
    trace.accept(fact(1, 7));
    trace.accept(fact(1, 8));
    TraceComparison comparison = new TraceComparison(written(trace));
    comparison.accept(handled(1, "a"));
    comparison.accept(fact(1, 9));
    comparison.accept(fact(1, 10));

    TraceComparison.Difference difference = comparison.difference().orElseThrow();
    assertThat(difference.event()).isEqualTo(1);
    assertThat(difference.recorded()).contains("\"value\":7");
    assertThat(difference.now()).contains("\"value\":9");
  }

  @Test
  void stepsBeforeTheWindowAreNotCompared() throws IOException {
    Trace trace = new Trace();
    for (long event = 1; event <= Trace.STEPS + 5; event++) {
      trace.accept(handled(event, "a"));
    }
    TraceComparison comparison = new TraceComparison(written(trace));
    for (long event = 1; event <= Trace.STEPS + 5; event++) {
      comparison.accept(handled(event, event <= 6 ? "other" : "a"));
    }

    assertThat(comparison.difference()).isEmpty();
  }
}
