package dev.faultline.node;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.engine.Engine;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.network.Network;
import dev.faultline.network.NetworkSettings;
import dev.faultline.random.KeyedChoices;
import dev.faultline.random.Ordinals;
import dev.faultline.simulation.Simulation;
import dev.faultline.trace.Recorder;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimerTest {
  private static final long MILLI = 1_000_000;
  private static final NodeId N1 = NodeId.of("n1");

  private final Stage stage = new Stage();
  private Simulation simulation;
  private Timer timer;

  private void play(FaultAction... actions) {
    simulation = stage.play(new Runs().nodes(1).faults(List.of(actions)));
    timer = stage.context("n1").timer("beat", () -> stage.note("fires"));
  }

  private void run(long millis) {
    simulation.runUntil(Duration.ofMillis(millis));
  }

  @Test
  @DisplayName("a timer fires once, when its delay is over")
  void once() {
    play();
    timer.restart(Duration.ofMillis(5));
    assertThat(timer.isRunning()).isTrue();
    run(50);
    assertThat(stage.log()).containsExactly("5ms fires");
    assertThat(timer.isRunning()).isFalse();
  }

  @Test
  @DisplayName("a timer that is restarted fires after the newest delay only, later or earlier")
  void restarted() {
    play();
    timer.restart(5 * MILLI);
    run(3);
    timer.restart(9 * MILLI);
    run(11);
    assertThat(stage.log()).isEmpty();
    run(20);
    timer.restart(30 * MILLI);
    timer.restart(1 * MILLI);
    run(60);
    assertThat(stage.log()).containsExactly("12ms fires", "21ms fires");
  }

  @Test
  @DisplayName("a cancelled timer does not fire, and can be started again")
  void cancelled() {
    play();
    timer.restart(5 * MILLI);
    timer.cancel();
    timer.cancel();
    assertThat(timer.isRunning()).isFalse();
    run(3);
    timer.restart(4 * MILLI);
    run(50);
    assertThat(stage.log()).containsExactly("7ms fires");
  }

  @Test
  @DisplayName("a timer with the longest delay there is never fires")
  void never() {
    play();
    timer.restart(Long.MAX_VALUE);
    run(50);
    assertThat(stage.log()).isEmpty();
    assertThat(timer.isRunning()).isTrue();
  }

  @Test
  @DisplayName("a timer without delay fires now, a negative delay is refused")
  void delays() {
    play();
    timer.restart(0);
    run(1);
    assertThat(stage.log()).containsExactly("0s fires");
    assertThatIllegalArgumentException().isThrownBy(() -> timer.restart(-1));
  }

  @Test
  @DisplayName("a timer can start itself again when it fires")
  void repeating() {
    Timer[] self = new Timer[1];
    play();
    self[0] =
        stage
            .context("n1")
            .timer(
                "repeating",
                () -> {
                  stage.note("again");
                  self[0].restart(10 * MILLI);
                });
    self[0].restart(10 * MILLI);
    run(35);
    assertThat(stage.log()).containsExactly("10ms again", "20ms again", "30ms again");
  }

  @Test
  @DisplayName("a timer never fires after a crash")
  void crash() {
    play();
    timer.restart(5 * MILLI);
    run(1);
    simulation.crash(N1);
    simulation.restart(N1);
    run(50);
    assertThat(stage.log()).isEmpty();
  }

  @Test
  @DisplayName("timers of one moment fire in the order in which they were started")
  void order() {
    play();
    Timer first = stage.context("n1").timer("first", () -> stage.note("first"));
    Timer second = stage.context("n1").timer("second", () -> stage.note("second"));
    first.restart(1 * MILLI);
    second.restart(9 * MILLI);
    first.restart(9 * MILLI);
    timer.restart(9 * MILLI);
    run(20);
    assertThat(stage.log()).containsExactly("9ms second", "9ms first", "9ms fires");
    stage.log().clear();
    first.restart(9 * MILLI);
    second.restart(9 * MILLI);
    first.restart(9 * MILLI);
    run(50);
    assertThat(stage.log()).containsExactly("29ms second", "29ms first");
  }

  @Test
  @DisplayName("a timer that waits for the end of a pause can be restarted or cancelled meanwhile")
  void restartWhileWaiting() {
    play(fault("pause", 10, 20, pause("n1")));
    Timer cancelled = stage.context("n1").timer("cancelled", () -> stage.note("never"));
    Timer restarted = stage.context("n1").timer("restarted", () -> stage.note("restarted"));
    for (Timer each : List.of(timer, cancelled, restarted)) {
      each.restart(15 * MILLI);
    }
    run(20);
    cancelled.cancel();
    restarted.restart(40 * MILLI);
    assertThat(timer.isRunning()).isTrue();
    run(100);
    assertThat(stage.log()).containsExactly("30ms fires", "60ms restarted");
  }

  @Test
  @DisplayName("a change of the clock's speed moves pending timers, to sooner or to later")
  void rearmed() {
    play(
        fault("fast", 10, 10, new Effect.ClockDrift(named("n1"), Drift.parse("100%"))),
        fault("slow", 30, 10, new Effect.ClockDrift(named("n1"), Drift.parse("-50%"))));
    timer.restart(20 * MILLI);
    run(25);
    assertThat(stage.log()).containsExactly("15ms fires");
    timer.restart(10 * MILLI);
    run(60);
    assertThat(stage.log()).containsExactly("15ms fires", "40ms fires");
  }

  @Test
  @DisplayName("a timer that waits for the end of a pause keeps its place when the speed changes")
  void rearmedWhileWaiting() {
    play(
        fault("pause", 10, 20, pause("n1")),
        fault("drift", 20, 50, new Effect.ClockDrift(named("n1"), Drift.parse("-50%"))));
    timer.restart(15 * MILLI);
    run(16);
    stage.say("n1", "n1", "later");
    run(60);
    assertThat(stage.log()).containsExactly("30ms fires", "30ms n1 hears later from n1");
    assertThat(timer.isRunning()).isFalse();
  }

  @Test
  @DisplayName("a jump of the wall clock leaves timers alone")
  void jumps() {
    play(fault("jump", 10, 20, new Effect.ClockJump(named("n1"), Duration.ofHours(5))));
    timer.restart(20 * MILLI);
    run(50);
    assertThat(stage.log()).containsExactly("20ms fires");
  }

  /** A machine alone, to count what waits in the queue. */
  private static final class Bench {
    private final Engine engine = new Engine();
    private final Machine<Object> machine;
    private long fired = -1;
    private int firings;

    Bench() {
      Recorder recorder =
          new Recorder(false, Long.MAX_VALUE, Long.MAX_VALUE, (f, n, t, e) -> {}, null);
      Ordinals ordinals = new Ordinals();
      KeyedChoices choices = new KeyedChoices(1);
      World world =
          new World(
              engine,
              new Network(engine, recorder, choices, ordinals, NetworkSettings.CALM),
              recorder,
              choices,
              ordinals,
              DiskSettings.DEFAULT,
              ClockSettings.TRUE,
              new Silent());
      machine = new Machine<>(world, N1, 0, Program::new, Optional.empty());
      machine.start(0);
    }

    Timer timer() {
      return ((Program) machine.program())
          .context.timer(
              "t",
              () -> {
                fired = machine.clock().elapsed();
                firings++;
              });
    }

    void advance(long nanos) {
      long until = engine.now() + nanos;
      while (engine.nextTime() <= until) {
        engine.step();
      }
      engine.advanceTo(until);
    }
  }

  private record Program(Context<Object> context) implements Node<Object> {
    @Override
    public void start() {}

    @Override
    public void receive(NodeId from, Object message) {}

    @Override
    public Record view() {
      return this;
    }
  }

  private static final class Silent implements World.Hooks {
    @Override
    public void atSyncPoint(NodeId node, boolean complete) {}

    @Override
    public void threw(NodeId node, String handler, Throwable thrown) {}
  }

  @Test
  @DisplayName("restarting to the same or a later time costs no entry of the queue")
  void noQueueOperation() {
    Bench bench = new Bench();
    Timer election = bench.timer();
    election.restart(10 * MILLI);
    election.restart(10 * MILLI);
    assertThat(bench.engine.pending()).isEqualTo(1);
    for (int i = 0; i < 1000; i++) {
      bench.advance(MILLI / 2);
      election.restart(10 * MILLI);
      assertThat(bench.engine.pending()).isEqualTo(1);
    }
    assertThat(bench.firings).isZero();
    bench.advance(10 * MILLI);
    assertThat(bench.firings).isEqualTo(1);
    assertThat(bench.engine.pending()).isZero();
  }

  @Property(tries = 500)
  @Label("a timer is never early on its own clock, nor more than a tick late, whatever the drift")
  void neverEarly(
      @ForAll @LongRange(min = 0, max = 3_000_000_000L) long delay,
      @ForAll @Size(max = 5)
          List<@LongRange(min = -900_000_000L, max = 8_000_000_000L) Long> drifts,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long step) {
    Bench bench = new Bench();
    bench.machine.drift(new Drift(123_456_789));
    bench.advance(step);
    long due = bench.machine.clock().elapsed() + delay;
    bench.timer().restart(delay);
    for (long drift : drifts) {
      bench.machine.drift(new Drift(drift));
      bench.advance(step);
    }
    bench.advance(40_000_000_000L);
    assertThat(bench.firings).isEqualTo(1);
    // One nanosecond of true time is up to nine on this clock.
    assertThat(bench.fired).isBetween(due, due + 9);
  }
}
