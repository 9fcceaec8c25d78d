package dev.faultline.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.trace.EventKind;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.NodeId;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two runs, step by step: where do they part? */
class ComparisonTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");
  private static final TraceEntry START =
      new TraceEntry.Handled(1, 0, EventKind.START, N1, Optional.empty(), "start", "", 0);
  private static final TraceEntry TICK =
      new TraceEntry.Handled(2, 5_000, EventKind.TIMER, N1, Optional.empty(), "tick", "", 1);

  private static TraceEntry sent(String content) {
    return new TraceEntry.Sent(2, 5_000, N1, N2, "Ping", content);
  }

  private static Comparison comparedWith(String... lines) {
    return new Comparison(new BufferedReader(new StringReader(String.join("\n", lines))));
  }

  private static String line(TraceEntry entry, long fingerprint) {
    return Comparison.line(entry, fingerprint);
  }

  @Test
  void equalRunsDoNotPart() {
    Comparison comparison = comparedWith(line(START, 1), line(TICK, 2), line(sent("a"), 2));
    comparison.on(START, 1);
    comparison.on(TICK, 2);
    comparison.on(sent("a"), 2);

    assertThat(comparison.difference(9)).isEmpty();
  }

  @Test
  void aMessageThatDiffersBelongsToTheEventThatSentIt() {
    Comparison comparison = comparedWith(line(START, 1), line(TICK, 2), line(sent("b"), 2));
    comparison.on(START, 1);
    comparison.on(TICK, 2);
    comparison.on(sent("a"), 2);

    assertThat(comparison.difference(9))
        .contains(
            new Comparison.Difference(
                2, 5_000, "timer 'tick' of n1 fires", "n1 -> n2 is sent a", "n1 -> n2 is sent b"));
  }

  @Test
  void onlyTheFirstDifferenceCounts() {
    Comparison comparison = comparedWith("x other", "y more");
    comparison.on(START, 1);
    comparison.on(TICK, 2);

    assertThat(comparison.difference(9).orElseThrow().event()).isEqualTo(1);
  }

  @Test
  void aFingerprintThatDiffersBelongsToTheEventBefore() {
    Comparison comparison = comparedWith(line(START, 1), line(TICK, 3));
    comparison.on(START, 1);
    comparison.on(TICK, 2);

    assertThat(comparison.difference(9))
        .contains(
            new Comparison.Difference(
                1,
                5_000,
                "n1 starts",
                "fingerprint 0000000000000002 afterwards",
                "fingerprint 0000000000000003 afterwards"));
  }

  @Test
  void aRunThatIsOverEarlierDiffers() {
    Comparison shorter = comparedWith(line(START, 1));
    shorter.on(START, 1);
    shorter.on(TICK, 2);
    assertThat(shorter.difference(9).orElseThrow().there()).isEqualTo("nothing: the run is over");

    Comparison longer = comparedWith(line(START, 1), line(TICK, 2));
    longer.on(START, 1);
    assertThat(longer.difference(9))
        .contains(
            new Comparison.Difference(
                1, 9, "n1 starts", "nothing: the run is over", "timer 'tick' of n1 fires"));
  }

  @Test
  void everyStepHasWordsOnOneLine() {
    List<TraceEntry> steps =
        List.of(
            handled(EventKind.START),
            handled(EventKind.MESSAGE),
            handled(EventKind.TIMER),
            handled(EventKind.SYNC),
            handled(EventKind.SYNC_FAILED),
            handled(EventKind.OPERATION),
            handled(EventKind.FAULT),
            handled(EventKind.FAULT_END),
            new TraceEntry.Lost(1, 0, N1, N2, "Ping", "cut"));

    assertThat(steps.stream().map(StepText::of))
        .containsExactly(
            "n1 starts",
            "n1 handles a b from n2",
            "timer 'Ping' of n1 fires",
            "a sync of n1 is complete",
            "a sync of n1 has failed",
            "n1 is asked for a b",
            "fault Ping begins on n2",
            "fault Ping ends",
            "n1 -> n2 loses Ping (cut)");
  }

  private static TraceEntry handled(EventKind kind) {
    return new TraceEntry.Handled(1, 0, kind, N1, Optional.of(N2), "Ping", "a\nb", 0);
  }
}
