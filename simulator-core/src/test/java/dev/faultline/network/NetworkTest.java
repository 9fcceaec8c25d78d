package dev.faultline.network;

import static dev.faultline.fixtures.Faults.clog;
import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.ids;
import static dev.faultline.fixtures.Faults.latency;
import static dev.faultline.fixtures.Faults.loss;
import static dev.faultline.fixtures.Faults.message;
import static dev.faultline.fixtures.Faults.oneWay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Simulation;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of messages: decided at send, judged at delivery. Links take 10 ms here. */
class NetworkTest {
  private static final Distribution TEN = new Distribution.Constant(Duration.ofMillis(10));
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");

  private final Stage stage = new Stage();
  private final List<TraceEntry> trace = new ArrayList<>();
  private Simulation simulation;

  private void play(FaultAction... actions) {
    play(LinkSettings.calm(TEN), actions);
  }

  private void play(LinkSettings link, FaultAction... actions) {
    play(NetworkSettings.of(link), actions);
  }

  private void play(NetworkSettings network, FaultAction... actions) {
    simulation =
        stage.play(
            new Runs().network(network).faults(List.of(actions)),
            Options.DEFAULT.tracing(trace::add));
  }

  private static LinkSettings link(
      Distribution latency, double loss, double duplicate, double corrupt, boolean fifo) {
    return new LinkSettings(
        latency, new Share(loss), new Share(duplicate), new Share(corrupt), Optional.empty(), fifo);
  }

  private void run(long millis) {
    simulation.runUntil(Duration.ofMillis(millis));
  }

  /** Says something from n1 to n2 at each of these milliseconds, and then waits. */
  private void say(long... times) {
    for (long time : times) {
      run(time);
      stage.say("n1", "n2", "said at " + time);
    }
    run(times[times.length - 1] + 200);
  }

  private List<String> fates() {
    return trace.stream()
        .filter(TraceEntry.Lost.class::isInstance)
        .map(entry -> ((TraceEntry.Lost) entry).why())
        .toList();
  }

  @Test
  @DisplayName("a cut is judged at delivery: sent before it and arriving in it is lost")
  void cut() {
    play(fault("cut", 20, 20, oneWay("n1", "n2")));
    say(5, 12, 25, 35);
    assertThat(stage.log())
        .containsExactly("15ms n2 hears said at 5 from n1", "45ms n2 hears said at 35 from n1");
    assertThat(fates()).containsExactly("cut", "cut");
  }

  @Test
  @DisplayName("loss and delay are decided at send: noise that ends before delivery still counts")
  void noise() {
    play(fault("loss", 20, 5, loss(1)), fault("slow", 40, 5, latency(50)));
    say(15, 22, 30, 42, 50);
    assertThat(stage.log())
        .containsExactly(
            "25ms n2 hears said at 15 from n1",
            "40ms n2 hears said at 30 from n1",
            "60ms n2 hears said at 50 from n1",
            "92ms n2 hears said at 42 from n1");
    assertThat(fates()).containsExactly("lost");
  }

  @Test
  @DisplayName("a clog holds what arrives and lets it go in order, before what arrives just then")
  void clogged() {
    play(fault("clog", 20, 30, clog("n1", "n2")));
    say(5, 12, 25, 40, 45);
    assertThat(stage.log())
        .containsExactly(
            "15ms n2 hears said at 5 from n1",
            "50ms n2 hears said at 12 from n1",
            "50ms n2 hears said at 25 from n1",
            "50ms n2 hears said at 40 from n1",
            "55ms n2 hears said at 45 from n1");
  }

  @Test
  @DisplayName("overlapping clogs hold until the last one ends; a cut then judges what is let go")
  void overlappingClogs() {
    play(
        fault("first", 20, 20, clog("n1", "n2")),
        fault("second", 30, 20, clog("n1", "n2")),
        fault("cut", 70, 20, oneWay("n1", "n2")),
        fault("third", 60, 20, clog("n1", "n2")));
    say(15, 55);
    assertThat(stage.log()).containsExactly("50ms n2 hears said at 15 from n1");
    assertThat(fates()).containsExactly("cut");
  }

  @Test
  @DisplayName("default links deliver what is in flight to a node's next life")
  void nextLife() {
    play(
        fault("crash", 12, 4, crash("n2")),
        fault("sender", 32, 2, crash("n1")),
        fault("cut elsewhere", 0, oneWay("n3", "n1")));
    say(10, 30);
    assertThat(stage.log())
        .containsExactly("20ms n2 hears said at 10 from n1", "40ms n2 hears said at 30 from n1");
  }

  @Test
  @DisplayName("a crash of either end of a fifo link drops what is in flight, and nothing else")
  void fifoCrash() {
    play(
        link(TEN, 0, 0, 0, true),
        fault("crash", 12, 4, crash("n2")),
        fault("sender", 32, 2, crash("n1")),
        fault("bystander", 52, 2, crash("n3")));
    say(10, 17, 30, 35, 50);
    assertThat(stage.log())
        .containsExactly(
            "27ms n2 hears said at 17 from n1",
            "45ms n2 hears said at 35 from n1",
            "60ms n2 hears said at 50 from n1");
    assertThat(fates()).containsExactly("disconnected", "disconnected");
  }

  @Test
  @DisplayName("a fifo link keeps order, whatever the delays, copies and faults; others do not")
  void fifoOrder() {
    Distribution wide =
        new Distribution.Uniform(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(50)));
    for (boolean fifo : new boolean[] {true, false}) {
      Stage fresh = new Stage();
      List<String> heard = new ArrayList<>();
      fresh.reacting((context, from, message) -> heard.add(((Stage.Note) message).text()));
      Simulation run =
          fresh.play(
              new Runs()
                  .link(link(wide, 0, 0.3, 0, fifo))
                  .fault(fault("late", 20, 10, message(later(40), "n1", "n2", 1)))
                  .fault(fault("copy", 40, 10, message(copied(70), "n1", "n2", 1)))
                  .fault(fault("clog", 60, 20, clog("n1", "n2"))));
      for (int i = 100; i < 200; i++) {
        run.runFor(Duration.ofMillis(1));
        fresh.say("n1", "n2", "" + i);
      }
      run.runFor(Duration.ofSeconds(1));
      assertThat(heard.stream().distinct()).hasSize(100);
      assertThat(heard).hasSizeGreaterThan(120);
      assertThat(heard.equals(heard.stream().sorted().toList())).isEqualTo(fifo);
    }
  }

  private static Effect.Fate later(long millis) {
    return new Effect.Fate.Delay(Duration.ofMillis(millis));
  }

  private static Effect.Fate copied(long millis) {
    return new Effect.Fate.Duplicate(Duration.ofMillis(millis));
  }

  @Test
  @DisplayName("faults of single messages: dropped, delayed, copied, so many and then no more")
  void singleMessages() {
    play(
        fault("drop", 0, message(new Effect.Fate.Drop(), "n1", "n2", 2)),
        fault("delay", 30, message(later(7), "n1", "n2", 1)),
        fault("copy", 50, message(copied(3), "n1", "n2", 1)));
    stage.say("n1", "n3", "another link");
    say(1, 2, 3, 31, 32, 51, 52);
    assertThat(stage.log())
        .containsExactly(
            "10ms n3 hears another link from n1",
            "13ms n2 hears said at 3 from n1",
            "42ms n2 hears said at 32 from n1",
            "48ms n2 hears said at 31 from n1",
            "61ms n2 hears said at 51 from n1",
            "62ms n2 hears said at 52 from n1",
            "64ms n2 hears said at 51 from n1");
    assertThat(fates()).containsExactly("dropped", "dropped");
  }

  @Test
  @DisplayName("a message fault may be for one class of message only, and ends with its action")
  void messageClass() {
    play(
        fault(
            "drop",
            0,
            30,
            new Effect.MessageFault(
                new Effect.Fate.Drop(), List.of(), List.of(), Optional.of("Even"), 99)));
    for (long time : new long[] {5, 40}) {
      run(time);
      stage.context("n1").send(N2, new Stage.Even(time * 2));
      stage.say("n1", "n2", "note");
    }
    run(100);
    assertThat(stage.log())
        .containsExactly(
            "15ms n2 hears note from n1", "50ms n2 hears 80 from n1", "50ms n2 hears note from n1");
  }

  @Test
  @DisplayName("duplicated messages travel twice, each copy for its own time")
  void duplicates() {
    Distribution wide =
        new Distribution.Uniform(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(50)));
    play(link(wide, 0, 1, 0, false));
    say(1);
    assertThat(stage.log()).hasSize(2);
    assertThat(stage.log().get(0)).isNotEqualTo(stage.log().get(1));
  }

  @Test
  @DisplayName("the share of messages lost and duplicated is the link's, independent per message")
  void shares() {
    play(link(new Distribution.Constant(Duration.ofMillis(1)), 0.2, 0.1, 0, false));
    for (int i = 0; i < 5000; i++) {
      run(i);
      stage.say("n1", "n2", "x");
    }
    run(6000);
    assertThat(fates().size()).isBetween(920, 1080);
    assertThat(stage.log().size() - (5000 - fates().size())).isBetween(330, 470);
    simulation.finish();
  }

  @Test
  @DisplayName("with checksums a corrupted message is dropped")
  void checksums() {
    play(link(TEN, 0, 0, 1, false));
    say(1, 2);
    assertThat(stage.log()).isEmpty();
    assertThat(fates()).containsExactly("corrupt", "corrupt");
  }

  @Test
  @DisplayName("without checksums it arrives altered; what its constructor refuses is dropped")
  void corrupted() {
    play(new NetworkSettings(link(TEN, 0, 0, 1, false), List.of(), false));
    for (int i = 0; i < 40; i++) {
      stage.context("n1").send(N2, new Stage.Even(1000));
      stage.say("n1", "n2", "text");
      run(i + 1);
    }
    run(100);
    assertThat(stage.log()).noneMatch(line -> line.contains("1000") || line.contains("text"));
    assertThat(stage.log().stream().filter(line -> line.matches(".*hears \\d+ from.*")).count())
        .isEqualTo(40 - fates().size())
        .isBetween(25L, 39L);
    assertThat(fates()).isNotEmpty().containsOnly("corrupt");
  }

  @Test
  @DisplayName("a message to a node that does not exist is lost")
  void unknown() {
    play();
    stage.say("n1", "n9", "anybody?");
    run(50);
    assertThat(fates()).containsExactly("unknown");
    assertThat(stage.log()).isEmpty();
  }

  @Test
  @DisplayName("the first link class that covers a link decides, one way")
  void classes() {
    LinkSettings far = LinkSettings.calm(new Distribution.Constant(Duration.ofMillis(40)));
    LinkSettings farther = LinkSettings.calm(new Distribution.Constant(Duration.ofMillis(80)));
    play(
        new NetworkSettings(
            LinkSettings.calm(TEN),
            List.of(
                new LinkClass(ids("n1"), ids("n2"), far),
                new LinkClass(ids("n1"), List.of(), farther)),
            true));
    stage.say("n1", "n2", "a");
    stage.say("n1", "n3", "b");
    stage.say("n2", "n1", "c");
    run(100);
    assertThat(stage.log())
        .containsExactly(
            "10ms n1 hears c from n2", "40ms n2 hears a from n1", "80ms n3 hears b from n1");
  }

  @Test
  @DisplayName("of overlapping noises the newest counts, setting by setting")
  void overlappingNoise() {
    play(
        fault("first", 10, 30, latency(20)),
        fault("second", 20, 30, latency(30)),
        fault("third", 20, 5, loss(1)));
    say(5, 15, 22, 30, 45, 55);
    assertThat(stage.log())
        .containsExactly(
            "15ms n2 hears said at 5 from n1",
            "35ms n2 hears said at 15 from n1",
            "60ms n2 hears said at 30 from n1",
            "65ms n2 hears said at 55 from n1",
            "75ms n2 hears said at 45 from n1");
  }

  @Test
  @DisplayName("a message's delay does not depend on what other links or later messages do")
  void independentDelays() {
    Distribution wide =
        new Distribution.Uniform(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(50)));
    List<String> alone = heardByN2(wide, false);
    assertThat(heardByN2(wide, true)).isEqualTo(alone);
  }

  private List<String> heardByN2(Distribution latency, boolean busy) {
    Stage fresh = new Stage();
    Simulation run = fresh.play(new Runs().link(LinkSettings.calm(latency)));
    for (int i = 0; i < 30; i++) {
      if (busy) {
        fresh.say("n3", "n2", "noise");
        fresh.say("n1", "n3", "noise");
        fresh.say("n2", "n1", "noise");
      }
      fresh.say("n1", "n2", "a" + i);
      fresh.say("n1", "n2", "b" + i);
      run.runFor(Duration.ofMillis(1));
    }
    run.runFor(Duration.ofSeconds(1));
    return fresh.log().stream().filter(line -> !line.contains("noise")).toList();
  }

  @Test
  @DisplayName("the order in which nodes are listed changes no delay")
  void listPositions() {
    Distribution wide =
        new Distribution.Uniform(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(50)));
    List<List<String>> logs = new ArrayList<>();
    for (List<NodeId> nodes : List.of(ids("n1", "n2", "n3"), ids("n3", "n2", "extra", "n1"))) {
      Stage fresh = new Stage();
      Simulation run = fresh.play(new Runs().nodes(nodes).link(LinkSettings.calm(wide)));
      for (int i = 0; i < 20; i++) {
        fresh.say("n1", "n2", "x" + i);
        fresh.say("n2", "n3", "y" + i);
        run.runFor(Duration.ofMillis(1));
      }
      run.runFor(Duration.ofSeconds(1));
      logs.add(fresh.log());
    }
    assertThat(logs.get(0)).hasSize(40).isEqualTo(logs.get(1));
    assertThat(N1).isLessThan(N2);
  }
}
