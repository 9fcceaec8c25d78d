package dev.faultline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");
  private static final TypeName PING = TypeName.of("Ping");

  private record Counted(long number) implements Fact {}

  private record Ping(long number) {}

  private final List<String> facts = new ArrayList<>();

  private Recorder recorder(boolean withContents) {
    return new Recorder(withContents, 100, 10, this::judged, null);
  }

  private void judged(Fact fact, NodeId node, long time, long event) {
    facts.add(time + " " + node + " " + fact + " in " + event);
  }

  private static long after(Recorder recorder, Consumer<Recorder> steps) {
    steps.accept(recorder);
    return recorder.fingerprint();
  }

  private static void event(Recorder r, long time, EventKind kind, NodeId node, NodeId peer) {
    r.begin(time, kind, node.key(), peer == null ? 0 : peer.key(), PING);
    r.end();
  }

  @Test
  @DisplayName("time, kind, node, peer, type and order of events enter the fingerprint")
  void whatEnters() {
    Set<Long> prints = new HashSet<>();
    prints.add(after(recorder(false), r -> {}));
    prints.add(after(recorder(false), r -> event(r, 1, EventKind.MESSAGE, N1, N2)));
    prints.add(after(recorder(false), r -> event(r, 2, EventKind.MESSAGE, N1, N2)));
    prints.add(after(recorder(false), r -> event(r, 1, EventKind.TIMER, N1, N2)));
    prints.add(after(recorder(false), r -> event(r, 1, EventKind.MESSAGE, N2, N1)));
    prints.add(after(recorder(false), r -> event(r, 1, EventKind.MESSAGE, N1, null)));
    prints.add(
        after(
            recorder(false),
            r -> r.begin(1, EventKind.MESSAGE, N1.key(), N2.key(), TypeName.of("X"))));
    prints.add(
        after(
            recorder(false),
            r -> {
              event(r, 1, EventKind.MESSAGE, N1, N2);
              event(r, 1, EventKind.MESSAGE, N2, N1);
            }));
    prints.add(
        after(
            recorder(false),
            r -> {
              event(r, 1, EventKind.MESSAGE, N2, N1);
              event(r, 1, EventKind.MESSAGE, N1, N2);
            }));
    assertThat(prints).hasSize(9);
  }

  @Test
  @DisplayName("what a message says enters the fingerprint only when asked for; facts always do")
  void contents() {
    Set<Long> prints = new HashSet<>();
    for (boolean withContents : new boolean[] {false, true}) {
      for (long number = 0; number < 3; number++) {
        Ping ping = new Ping(number);
        prints.add(
            after(
                recorder(withContents),
                r -> {
                  event(r, 1, EventKind.MESSAGE, N1, N2);
                  r.describe(EventKind.MESSAGE, N1, N2, PING, ping, 0);
                }));
      }
    }
    assertThat(prints).hasSize(4);
    prints.clear();
    for (long number = 0; number < 3; number++) {
      Counted fact = new Counted(number);
      prints.add(
          after(
              recorder(false),
              r -> {
                r.begin(1, EventKind.TIMER, N1.key(), 0, PING);
                r.report(N1, fact);
                r.end();
              }));
    }
    assertThat(prints).hasSize(3);
  }

  @Test
  @DisplayName("facts are judged when their handler returns, in order")
  void factsAtTheEnd() {
    Recorder recorder = recorder(false);
    recorder.begin(5, EventKind.TIMER, N1.key(), 0, PING);
    recorder.report(N1, new Counted(1));
    recorder.report(N1, new Counted(2));
    assertThat(facts).isEmpty();
    assertThat(recorder.current()).isEqualTo(1);
    recorder.end();
    assertThat(facts).containsExactly("5 n1 Counted[number=1] in 1", "5 n1 Counted[number=2] in 1");
    assertThat(recorder.current()).isZero();
  }

  @Test
  @DisplayName("more events than allowed, in all or at one instant, are noticed")
  void bounds() {
    Recorder slow = recorder(false);
    for (int i = 1; i <= 101; i++) {
      assertThat(slow.exceeded()).isEmpty();
      event(slow, i, EventKind.TIMER, N1, null);
    }
    assertThat(slow.exceeded()).contains("more than 100 events");
    Recorder busy = recorder(false);
    for (int i = 1; i <= 10; i++) {
      event(busy, 7, EventKind.TIMER, N1, null);
    }
    event(busy, 8, EventKind.TIMER, N1, null);
    for (int i = 2; i <= 10; i++) {
      event(busy, 8, EventKind.TIMER, N1, null);
    }
    assertThat(busy.exceeded()).isEmpty();
    event(busy, 8, EventKind.TIMER, N1, null);
    assertThat(busy.exceeded()).contains("more than 10 events at one instant");
  }
}
