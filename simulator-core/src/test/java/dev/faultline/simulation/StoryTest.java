package dev.faultline.simulation;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.ids;
import static dev.faultline.fixtures.Faults.partition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.fault.Cut;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.SingleKv;
import dev.faultline.fixtures.Stage;
import dev.faultline.service.KvOperation;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A simulation in a test's or a debugger's hands. */
class StoryTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");
  private static final NodeId C1 = NodeId.of("c1");

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }

  private static Simulation singleKv(long... putsAtMillis) {
    List<PlannedOperation> puts = new ArrayList<>();
    for (long at : putsAtMillis) {
      puts.add(new PlannedOperation(millis(at), C1, new KvOperation.Put("k1", "v" + at)));
    }
    return new Simulation(
        new SingleKv(),
        new Runs().workload(Runs.kv(1, Optional.empty())).operations(puts).settings(),
        Options.DEFAULT);
  }

  @Test
  @DisplayName("a write survives a crash of its server between sync and reply")
  void survives() {
    Simulation run = singleKv(10);
    assertThat(run.runUntil(SingleKv.Applied.class, millis(50)))
        .get()
        .extracting(applied -> applied.operation())
        .isEqualTo(new KvOperation.Put("k1", "v10"));
    assertThat(run.now()).isEqualTo(millis(11));
    assertThat(run.inFlight()).isEmpty();

    run.runFor(Duration.ofNanos(600_000));
    Flight reply = run.inFlight().get(0);
    assertThat(reply.from()).isEqualTo(N1);
    assertThat(reply.to()).isEqualTo(C1);
    run.drop(reply);
    run.crash(N1);
    assertThat(run.isUp(N1)).isFalse();
    assertThat(run.view(N1)).isEmpty();
    run.restart(N1);
    assertThat(run.view(N1)).contains(new SingleKv.Serving(1));

    RunResult result = run.run();
    assertThat(result.history()).hasSize(1);
    assertThat(result.history().get(0).outcome().toString()).startsWith("Ok");
    assertThat(result.history().get(0).completed()).isGreaterThan(millis(60).toNanos());
  }

  @Test
  @DisplayName("messages on their way can be seen, delivered in any order, and lost")
  void deliver() {
    Stage stage = new Stage();
    Simulation run = stage.play(new Runs());
    stage.say("n1", "n2", "first");
    stage.say("n1", "n2", "second");
    stage.say("n3", "n2", "third");
    stage.say("n1", "n1", "to myself");
    List<Flight> flights = run.inFlight();
    assertThat(flights)
        .extracting(Flight::message)
        .containsExactly(
            new Stage.Note("to myself"),
            new Stage.Note("first"),
            new Stage.Note("second"),
            new Stage.Note("third"));
    assertThat(flights.get(1).arrives()).isEqualTo(millis(1).toNanos());
    run.deliver(flights.get(3));
    run.drop(flights.get(1));
    assertThat(run.inFlight()).containsExactly(flights.get(0), flights.get(2));
    run.runUntil(millis(5));
    assertThat(stage.log())
        .containsExactly(
            "0s n2 hears third from n3",
            "0s n1 hears to myself from n1",
            "1ms n2 hears second from n1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.deliver(flights.get(2)))
        .withMessageContaining("not on its way");
    assertThatIllegalArgumentException().isThrownBy(() -> run.drop(flights.get(1)));
  }

  @Test
  @DisplayName("a fault can be applied now, and ends by itself")
  void apply() {
    Stage stage = new Stage();
    Simulation run = stage.play(new Runs());
    run.runUntil(millis(10));
    run.apply(fault("cut", 0, 20, partition(new Cut.Groups(List.of(ids("n1"), ids("n2", "n3"))))));
    for (long at : new long[] {10, 15, 35}) {
      run.runUntil(millis(at));
      stage.say("n1", "n2", "at " + at);
    }
    run.runUntil(millis(60));
    assertThat(stage.log()).containsExactly("36ms n2 hears at 35 from n1");
  }

  @Test
  @DisplayName("time advances as far as asked, no further, whether anything happens or not")
  void time() {
    Stage stage = new Stage();
    Simulation run = stage.play(new Runs());
    assertThat(run.step()).isFalse();
    run.runFor(millis(5));
    assertThat(run.now()).isEqualTo(millis(5));
    stage.say("n1", "n2", "x");
    long events = run.events();
    run.runUntil(millis(6).minusNanos(1));
    assertThat(run.events()).isEqualTo(events);
    run.runUntil(millis(6));
    assertThat(run.events()).isEqualTo(events + 1);
    run.runUntil(millis(3));
    assertThat(run.now()).isEqualTo(millis(6));
  }

  @Test
  @DisplayName("waiting for a fact ends with its event, or when the time is over")
  void waiting() {
    Stage stage = new Stage();
    stage.reacting((context, from, message) -> {
      context.report(new Stage.Seen(((Stage.Note) message).text()));
    });
    Simulation run = stage.play(new Runs());
    stage.say("n1", "n2", "a");
    stage.say("n1", "n3", "b");
    assertThat(run.runUntil(Stage.Seen.class, seen -> seen.what().equals("a"), millis(5)))
        .contains(new Stage.Seen("a"));
    assertThat(stage.log()).hasSize(1);
    assertThat(run.runUntil(Stage.Led.class, millis(5))).isEmpty();
    assertThat(run.runUntil(Stage.Seen.class, millis(5))).isEmpty();
    assertThat(stage.log()).hasSize(2);
    assertThat(run.isUp(N2)).isTrue();
    assertThat(run.view(N2)).contains(new Stage.Note("n2"));
  }

  @Test
  @DisplayName("settings that name a service that does not exist are refused")
  void unknownService() {
    WorkloadSettings usual = Runs.kv(1, Optional.empty());
    WorkloadSettings wrong =
        new WorkloadSettings("kvv", 1, usual.rate(), usual.keys(), usual.mix(), usual.timeout());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stage().play(new Runs().workload(wrong)))
        .withMessageContaining("there is no service 'kvv'");
  }
}
