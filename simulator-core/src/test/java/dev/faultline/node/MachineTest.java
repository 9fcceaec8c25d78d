package dev.faultline.node;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.loss;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.clock.ClockSettings;
import dev.faultline.clock.NodeClock;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lives, pauses, service times and clocks of nodes. */
class MachineTest {
  private static final long MILLI = 1_000_000;
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");

  private final Stage stage = new Stage();
  private Simulation simulation;

  private void play(FaultAction... actions) {
    play(new Runs().faults(List.of(actions)));
  }

  private void play(Runs runs) {
    simulation = stage.play(runs.nodes(2));
  }

  private void run(long millis) {
    simulation.runUntil(Duration.ofMillis(millis));
  }

  @Test
  @DisplayName("a crash loses what is delivered while the node is down; a new life hears the rest")
  void crashAndRestart() {
    stage.opening((id, context) -> stage.note(id + " starts"));
    play(fault("crash", 10, 20, crash("n2")));
    for (long at : new long[] {8, 15, 28, 29, 40}) {
      run(at);
      stage.say("n1", "n2", "sent at " + at);
    }
    run(60);
    assertThat(stage.log())
        .containsExactly(
            "0s n1 starts",
            "0s n2 starts",
            "9ms n2 hears sent at 8 from n1",
            "30ms n2 starts",
            "30ms n2 hears sent at 29 from n1",
            "41ms n2 hears sent at 40 from n1");
    assertThat(simulation.isUp(N2)).isTrue();
  }

  @Test
  @DisplayName("a crash of a node that is down is recorded and does nothing")
  void crashOfDownNode() {
    play(
        fault("long", 10, 30, crash("n2")),
        fault("inside", 20, 5, crash("n2")),
        fault("overlapping", 30, 30, crash("n2")));
    for (long at = 5; at <= 70; at += 5) {
      run(at);
      assertThat(simulation.isUp(N2)).as("at %d ms", at).isEqualTo(at < 10 || at >= 60);
    }
    RunResult result = simulation.finish();
    assertThat(result.actions())
        .extracting(FaultAction::id)
        .containsExactly("long", "inside", "overlapping");
    assertThat(result.faults()).allMatch(span -> span.skipped().isEmpty());
  }

  @Test
  @DisplayName(
      "a paused node does nothing; at resume what came due runs in (due time, sequence) order")
  void pauseAndResume() {
    play(fault("pause", 10, 20, pause("n1")));
    Context<Stage.Message> context = stage.context("n1");
    run(5);
    stage.say("n2", "n1", "before");
    context.timer("first", () -> stage.note("timer due at 12")).restart(7 * MILLI);
    run(11);
    stage.say("n2", "n1", "arrives at 12");
    context.disk().sync(() -> stage.note("sync due at 11.5"));
    context.timer("second", () -> stage.note("timer due at 13")).restart(2 * MILLI);
    run(14);
    stage.say("n2", "n1", "arrives at 15");
    run(60);
    assertThat(stage.log())
        .containsExactly(
            "6ms n1 hears before from n2",
            "30ms sync due at 11.5",
            "30ms timer due at 12",
            "30ms n1 hears arrives at 12 from n2",
            "30ms timer due at 13",
            "30ms n1 hears arrives at 15 from n2");
  }

  @Test
  @DisplayName("at resume one handler is one step, and what arrives at that instant waits its turn")
  void resumeStepByStep() {
    play(fault("pause", 10, 20, pause("n1")));
    run(15);
    stage.say("n2", "n1", "first");
    stage.say("n2", "n1", "second");
    run(29);
    stage.say("n2", "n1", "third");
    simulation.runUntil(Duration.ofNanos(30 * MILLI - 1));
    List<Integer> sizes = new ArrayList<>(List.of(0));
    for (int i = 0; i < 6; i++) {
      simulation.step();
      sizes.add(stage.log().size());
    }
    for (int i = 1; i < sizes.size(); i++) {
      assertThat(sizes.get(i) - sizes.get(i - 1)).isBetween(0, 1);
    }
    assertThat(stage.log())
        .containsExactly(
            "30ms n1 hears first from n2",
            "30ms n1 hears second from n2",
            "30ms n1 hears third from n2");
  }

  @Test
  @DisplayName("a pause freezes handlers, not the monotonic clock")
  void clockInPause() {
    play(fault("pause", 10, 20, pause("n1")));
    run(5);
    long before = stage.context("n1").nanoTime();
    run(40);
    assertThat(stage.context("n1").nanoTime() - before).isEqualTo(35 * MILLI);
  }

  @Test
  @DisplayName("a node that crashes while paused hears nothing of what waited")
  void crashInPause() {
    play(fault("pause", 10, 30, pause("n1")), fault("crash", 20, 5, crash("n1")));
    stage.opening((id, context) -> stage.note(id + " starts"));
    run(15);
    stage.say("n2", "n1", "lost");
    run(60);
    assertThat(stage.log()).containsExactly("40ms n1 starts");
  }

  @Test
  @DisplayName("a message leaves the inbox at once, its handler runs when its service time is over")
  void serviceTime() {
    play(new Runs().serviceTime(new Distribution.Constant(Duration.ofMillis(10))));
    stage.say("n2", "n1", "a");
    stage.say("n2", "n1", "b");
    stage.context("n1").timer("timer", () -> stage.note("timer")).restart(5 * MILLI);
    run(100);
    assertThat(stage.log())
        .containsExactly("11ms n1 hears a from n2", "21ms n1 hears b from n2", "21ms timer");
  }

  @Test
  @DisplayName("a crash between the start of service and the handler loses the message")
  void crashInService() {
    play(
        new Runs()
            .serviceTime(new Distribution.Constant(Duration.ofMillis(10)))
            .fault(fault("crash", 5, 5, crash("n1"))));
    stage.say("n2", "n1", "lost in service");
    stage.say("n2", "n1", "lost while waiting");
    run(20);
    stage.say("n2", "n1", "heard");
    run(100);
    assertThat(stage.log()).containsExactly("31ms n1 hears heard from n2");
  }

  @Test
  @DisplayName("a pause in the middle of service delays the handler to the resume")
  void pauseInService() {
    play(
        new Runs()
            .serviceTime(new Distribution.Constant(Duration.ofMillis(10)))
            .fault(fault("pause", 5, 20, pause("n1"))));
    stage.say("n2", "n1", "a");
    stage.say("n2", "n1", "b");
    run(100);
    assertThat(stage.log()).containsExactly("25ms n1 hears a from n2", "35ms n1 hears b from n2");
  }

  @Test
  @DisplayName("a slow node serves so many times slower, and takes longer for each handler")
  void slow() {
    play(
        new Runs()
            .serviceTime(new Distribution.Constant(Duration.ofMillis(2)))
            .fault(fault("slow", 10, 40, new Effect.Slow(named("n1"), 3, Duration.ofMillis(1))))
            .fault(fault("slower", 30, 40, new Effect.Slow(named("n1"), 2, Duration.ZERO))));
    for (long at : new long[] {0, 15, 35, 55, 75}) {
      run(at);
      stage.say("n2", "n1", "sent at " + at);
    }
    stage.context("n1").timer("timer", () -> stage.note("timer")).restart(10 * MILLI);
    run(100);
    assertThat(stage.log())
        .containsExactly(
            "3ms n1 hears sent at 0 from n2",
            "23ms n1 hears sent at 15 from n2",
            "49ms n1 hears sent at 35 from n2",
            "60ms n1 hears sent at 55 from n2",
            "78ms n1 hears sent at 75 from n2",
            "85ms timer");
  }

  @Test
  @DisplayName("a delay per handler holds timers and syncs back too")
  void slowTimers() {
    play(fault("slow", 10, 40, new Effect.Slow(named("n1"), 1, Duration.ofMillis(2))));
    run(15);
    stage.context("n1").timer("timer", () -> stage.note("timer")).restart(5 * MILLI);
    run(30);
    stage.context("n1").disk().sync(() -> stage.note("sync"));
    run(60);
    assertThat(stage.log()).containsExactly("22ms timer", "32.5ms sync");
  }

  @Test
  @DisplayName("the origin of the monotonic clock differs per node, per life and per seed")
  void origins() {
    Set<Long> origins = new TreeSet<>();
    for (long seed = 1; seed <= 2; seed++) {
      Stage fresh = new Stage();
      fresh.opening((id, context) -> origins.add(context.nanoTime()));
      Simulation run = fresh.play(new Runs().seed(seed).nodes(2));
      run.crash(N1);
      run.restart(N1);
    }
    assertThat(origins).hasSize(6);
    assertThat(origins).allMatch(origin -> origin >= 0);
  }

  @Test
  @DisplayName("clocks drift and are off within the settings, each node its own way")
  void clockSettings() {
    Set<Long> elapsed = new TreeSet<>();
    Set<Long> offsets = new TreeSet<>();
    for (long seed = 1; seed <= 50; seed++) {
      Stage fresh = new Stage();
      Simulation run =
          fresh.play(
              new Runs()
                  .seed(seed)
                  .nodes(2)
                  .clock(new ClockSettings(Drift.parse("10%"), Duration.ofSeconds(1))));
      for (String node : List.of("n1", "n2")) {
        Context<Stage.Message> context = fresh.context(node);
        offsets.add(Duration.between(NodeClock.EPOCH, context.clock().instant()).toNanos());
        long before = context.nanoTime();
        run.runFor(Duration.ofMillis(100));
        elapsed.add(context.nanoTime() - before);
      }
    }
    assertThat(elapsed).hasSize(100).allMatch(nanos -> nanos >= 90 * MILLI);
    assertThat(elapsed).allMatch(nanos -> nanos <= 110 * MILLI);
    assertThat(elapsed).anyMatch(nanos -> nanos < 92 * MILLI);
    assertThat(elapsed).anyMatch(nanos -> nanos > 108 * MILLI);
    assertThat(offsets).anyMatch(nanos -> nanos < -500 * MILLI);
    assertThat(offsets).anyMatch(nanos -> nanos > 500 * MILLI);
  }

  @Test
  @DisplayName("a handler that throws is a violation with its stack, and its node is down")
  void throwing() {
    stage.reacting((context, from, message) -> {
      throw new IllegalStateException("boom");
    });
    simulation = stage.play(new Runs(), Options.DEFAULT.keepGoing(true));
    stage.context("n1").disk().sync(() -> stage.note("never"));
    simulation.runUntil(Duration.ofNanos(MILLI / 10));
    stage.say("n2", "n1", "hello");
    stage.context("n1").timer("never", () -> stage.note("never")).restart(5 * MILLI);
    run(2);
    assertThat(simulation.isUp(N1)).isFalse();
    Violation violation = simulation.violations().get(0);
    assertThat(violation.check()).isEqualTo("exception");
    assertThat(violation.message())
        .isEqualTo("n1 threw java.lang.IllegalStateException: boom while handling Note");
    assertThat(violation.time()).isEqualTo(MILLI + MILLI / 10);
    assertThat(violation.event()).isEqualTo(simulation.events());
    assertThat(violation.stack().orElseThrow())
        .startsWith("java.lang.IllegalStateException: boom")
        .doesNotContain("dev.faultline.node.Machine.", "dev.faultline.engine");
    run(50);
    assertThat(simulation.finish().verdict()).isEqualTo(Verdict.VIOLATION);
  }

  @Test
  @DisplayName("a constructor, a start, a timer and a sync that throw are violations alike")
  void throwingElsewhere() {
    stage.opening((id, context) -> {
      if (id.equals(N2)) {
        throw new AssertionError("in start");
      }
    });
    simulation = stage.play(new Runs(), Options.DEFAULT.keepGoing(true));
    assertThat(simulation.isUp(N2)).isFalse();
    stage.context("n1").timer("t", () -> recurse(1)).restart(MILLI);
    stage
        .context("n3")
        .disk()
        .sync(() -> {
          throw new UnsupportedOperationException("in sync");
        });
    run(10);
    assertThat(simulation.violations())
        .extracting(Violation::message)
        .containsExactly(
            "n2 threw java.lang.AssertionError: in start while handling start",
            "n3 threw java.lang.UnsupportedOperationException: in sync while handling sync",
            "n1 threw java.lang.StackOverflowError while handling t");
  }

  private static int recurse(int depth) {
    return depth == 0 ? 0 : recurse(depth + 1) + 1;
  }

  @Test
  @DisplayName("an earlier life that acts after its crash is told so")
  void deadLife() {
    play();
    Context<Stage.Message> dead = stage.context("n1");
    simulation.crash(N1);
    simulation.restart(N1);
    for (Runnable act :
        List.<Runnable>of(
            () -> dead.send(N2, new Stage.Note("ghost")),
            () -> dead.report(new Stage.Seen("ghost")),
            () -> dead.timer("ghost", () -> {}),
            dead::disk)) {
      assertThatIllegalStateException()
          .isThrownBy(act::run)
          .withMessage("an earlier life of n1 acts after its crash");
    }
  }

  @Test
  @DisplayName("an embedded protocol sends its messages wrapped and shares everything else")
  void embedded() {
    play();
    Context<Stage.Message> outer = stage.context("n1");
    Context<Long> inner = outer.embed(number -> new Stage.Even(number));
    Context<String> innermost = inner.embed(Long::valueOf);
    inner.send(N2, 4L);
    innermost.send(N2, "6");
    innermost.timer("t", () -> stage.note("timer")).restart(MILLI);
    assertThat(inner.self()).isEqualTo(N1);
    assertThat(inner.disk()).isSameAs(outer.disk());
    assertThat(inner.nanoTime()).isEqualTo(outer.nanoTime());
    assertThat(inner.clock().instant()).isEqualTo(outer.clock().instant());
    run(5);
    assertThat(stage.log())
        .containsExactly("1ms n2 hears 4 from n1", "1ms n2 hears 6 from n1", "1ms timer");
  }

  @Test
  @DisplayName("a node hears what it sends to itself, at once and whatever the network does")
  void toOneself() {
    play(
        fault("isolate", 0, 20, new Effect.Partition(new Cut.Isolate(named("n1")))),
        fault("clog", 0, 20, new Effect.Clog(List.of(), List.of())),
        fault("loss", 0, 20, loss(1)));
    run(5);
    stage.say("n1", "n1", "me");
    run(10);
    assertThat(stage.log()).containsExactly("5ms n1 hears me from n1");
  }
}
