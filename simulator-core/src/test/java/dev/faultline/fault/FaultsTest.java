package dev.faultline.fault;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.ids;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.onFact;
import static dev.faultline.fixtures.Faults.oneWay;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.network.LinkClass;
import dev.faultline.network.LinkSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Anchors, targets and overlapping actions. */
class FaultsTest {
  private static final long MILLI = 1_000_000;

  private final Stage stage = new Stage();
  private Simulation simulation;

  private void play(FaultAction... actions) {
    play(new Runs().nodes(5).faults(List.of(actions)));
  }

  private void play(Runs runs) {
    simulation = stage.play(runs);
  }

  private void run(long millis) {
    simulation.runUntil(Duration.ofMillis(millis));
  }

  private List<String> down() {
    return Stream.of("n1", "n2", "n3", "n4", "n5")
        .filter(node -> !simulation.isUp(NodeId.of(node)))
        .toList();
  }

  private void lead(String node, long term) {
    stage
        .context(node)
        .timer("lead", () -> stage.context(node).report(new Stage.Led(term)))
        .restart(0);
  }

  private void report(String node, String what) {
    stage
        .context(node)
        .timer("see", () -> stage.context(node).report(new Stage.Seen(what)))
        .restart(0);
  }

  private static Effect crashOf(Target target) {
    return new Effect.Crash(target, false);
  }

  private List<FaultSpan> spans() {
    return simulation.finish().faults();
  }

  // Overlapping actions.

  @Test
  @DisplayName("a paused node runs on when the last of its pauses ends")
  void nestedPauses() {
    play(fault("a", 10, 30, pause("n1")), fault("b", 20, 30, pause("n1")));
    run(15);
    stage.say("n2", "n1", "x");
    run(100);
    assertThat(stage.log()).containsExactly("50ms n1 hears x from n2");
  }

  @Test
  @DisplayName("a link is cut until the last of its cuts ends")
  void nestedCuts() {
    play(fault("a", 10, 30, oneWay("n1", "n2")), fault("b", 20, 30, oneWay("n1", "n2")));
    for (long at : new long[] {5, 15, 35, 45, 55}) {
      run(at);
      stage.say("n1", "n2", "" + at);
    }
    run(100);
    assertThat(stage.log()).containsExactly("6ms n2 hears 5 from n1", "56ms n2 hears 55 from n1");
  }

  @Test
  @DisplayName("of several drifts the newest that still lasts counts, also when two are alike")
  void nestedDrifts() {
    Drift fast = Drift.parse("100%");
    Drift slow = Drift.parse("-50%");
    play(
        fault("a", 10, 30, new Effect.ClockDrift(named("n1"), fast)),
        fault("b", 20, 60, new Effect.ClockDrift(named("n1"), slow)),
        fault("c", 30, 30, new Effect.ClockDrift(named("n1"), fast)));
    List<Long> passed = new ArrayList<>();
    long before = stage.context("n1").nanoTime();
    for (long at = 10; at <= 90; at += 10) {
      run(at);
      passed.add((stage.context("n1").nanoTime() - before) / MILLI);
      before = stage.context("n1").nanoTime();
    }
    assertThat(passed).containsExactly(10L, 20L, 5L, 20L, 20L, 20L, 5L, 5L, 10L);
  }

  @Test
  @DisplayName("a node that is crashed while paused starts when both are over")
  void crashInPause() {
    stage.opening((id, context) -> {
      if (id.name().equals("n1")) {
        stage.note("n1 starts");
      }
    });
    play(
        fault("pause", 10, 20, pause("n1")),
        fault("crash", 15, 30, crash("n1")),
        fault("late pause", 40, 20, pause("n1")));
    run(100);
    assertThat(stage.log()).containsExactly("0s n1 starts", "60ms n1 starts");
  }

  @Test
  @DisplayName("a jump of the wall clock ends with its action")
  void jump() {
    play(fault("jump", 10, 20, new Effect.ClockJump(named("n1"), Duration.ofSeconds(-3))));
    List<Long> ahead = new ArrayList<>();
    for (long at : new long[] {5, 20, 40}) {
      run(at);
      ahead.add(
          Duration.between(
                  stage.context("n2").clock().instant(), stage.context("n1").clock().instant())
              .toMillis());
    }
    assertThat(ahead).containsExactly(0L, -3000L, 0L);
  }

  @Test
  @DisplayName("at one instant faults end, others begin, and then what is due happens")
  void oneInstant() {
    stage.opening((id, context) -> {
      if (id.name().equals("n3")) {
        stage.note("n3 starts");
      }
    });
    play(
        fault("second", 20, 10, crash("n3")),
        fault("first", 10, 10, crash("n3")),
        fault("cut", 20, 20, oneWay("n1", "n2")));
    for (long at : new long[] {18, 19, 38, 39}) {
      run(at);
      stage.say("n1", "n2", "" + at);
    }
    run(100);
    assertThat(stage.log())
        .containsExactly(
            "0s n3 starts",
            "19ms n2 hears 18 from n1",
            "20ms n3 starts",
            "30ms n3 starts",
            "40ms n2 hears 39 from n1");
  }

  // Anchors.

  @Test
  @DisplayName("a fault begins with the n-th fact of a class, so long afterwards, once")
  void onFacts() {
    play(
        onFact("second", "Seen", 2, 10, crash("n3")),
        new FaultAction(
            "of n2",
            new Anchor.OnFact("Seen", Optional.of(NodeId.of("n2")), 2, Duration.ZERO),
            Optional.empty(),
            crash("n4")));
    for (String node : List.of("n1", "n2", "n1", "n2", "n1")) {
      report(node, "something");
      simulation.runFor(Duration.ofMillis(5));
      stage.note(down().toString());
    }
    run(100);
    assertThat(stage.log())
        .containsExactly("5ms []", "10ms []", "15ms [n3]", "20ms [n3, n4]", "25ms [n3, n4]");
    assertThat(spans()).extracting(FaultSpan::from).containsExactly(15 * MILLI, 15 * MILLI + 1);
  }

  // Targets.

  @Test
  @DisplayName("the leader is the node of the newest leadership fact that is up")
  void leader() {
    play(
        fault("first", 20, crashOf(new Target.Leader())),
        fault("second", 30, crashOf(new Target.Leader())));
    lead("n2", 1);
    run(10);
    lead("n4", 2);
    run(25);
    assertThat(down()).containsExactly("n4");
    run(35);
    assertThat(down()).containsExactly("n2", "n4");
  }

  @Test
  @DisplayName("a fault waits for a leader as long as it lasts, and strikes the first that comes")
  void waitsForLeader() {
    play(fault("crash", 10, 50, crashOf(new Target.Leader())));
    run(40);
    lead("n3", 1);
    run(41);
    assertThat(down()).containsExactly("n3");
    run(95);
    assertThat(down()).isEmpty();
    FaultSpan span = spans().get(0);
    assertThat(span.from()).isEqualTo(40 * MILLI + 1);
    assertThat(span.to()).isEqualTo(90 * MILLI + 1);
    assertThat(span.nodes()).isEqualTo(ids("n3"));
  }

  @Test
  @DisplayName("a fault whose leader does not come is skipped, recorded, and no part of a replay")
  void skipped() {
    play(
        fault("short", 10, 50, crashOf(new Target.Leader())),
        fault("endless", 20, crashOf(new Target.Leader())));
    run(70);
    simulation.run();
    FaultSpan first = spans().get(0);
    assertThat(first.id()).isEqualTo("short");
    assertThat(first.skipped()).isEqualTo("there was no leader");
    assertThat(first.from()).isEqualTo(60 * MILLI);
    assertThat(spans()).extracting(FaultSpan::id).containsExactly("short", "endless");
    assertThat(simulation.finish().actions()).isEmpty();
  }

  @Test
  @DisplayName("follower, majority, minority, random and all mean what they say")
  void targets() {
    Set<List<String>> followers = new HashSet<>();
    Set<List<String>> pairs = new HashSet<>();
    for (long seed = 0; seed < 60; seed++) {
      followers.add(downOf(seed, new Target.Follower()));
      pairs.add(downOf(seed, new Target.RandomNodes(2)));
      assertThat(downOf(seed, new Target.Majority())).hasSize(3);
      assertThat(downOf(seed, new Target.Minority())).hasSize(2);
    }
    assertThat(followers)
        .containsExactlyInAnyOrder(List.of("n1"), List.of("n2"), List.of("n4"), List.of("n5"));
    assertThat(pairs).hasSize(10);
    assertThat(downOf(1, new Target.All())).hasSize(5);
    assertThat(downOf(1, new Target.RandomNodes(9))).hasSize(5);
  }

  /** Who is down after a crash of this target; n3 leads. */
  private List<String> downOf(long seed, Target target) {
    play(new Runs().seed(seed).nodes(5).fault(fault("crash", 20, crashOf(target))));
    lead("n3", 1);
    run(30);
    return down();
  }

  @Test
  @DisplayName("a node that is not picked can be removed without changing the pick")
  void pickIsStable() {
    for (long seed = 0; seed < 30; seed++) {
      play(runOf(seed, ids("n1", "n2", "n3", "n4", "n5")));
      run(30);
      List<String> picked = down();
      for (String other : List.of("n1", "n2", "n3", "n4", "n5")) {
        if (!picked.contains(other)) {
          List<NodeId> fewer =
              ids("n5", "n4", "n3", "n2", "n1").stream()
                  .filter(id -> !id.name().equals(other))
                  .toList();
          play(runOf(seed, fewer));
          run(30);
          for (String node : picked) {
            assertThat(simulation.isUp(NodeId.of(node))).isFalse();
          }
        }
      }
    }
  }

  private static Runs runOf(long seed, List<NodeId> nodes) {
    return new Runs()
        .seed(seed)
        .nodes(nodes)
        .fault(fault("crash", 20, crashOf(new Target.RandomNodes(2))));
  }

  @Test
  @DisplayName("actions of one moment draw their targets apart")
  void drawnApart() {
    Set<Boolean> alike = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      play(
          new Runs()
              .seed(seed)
              .fault(fault("a", 20, 5, new Effect.Pause(new Target.RandomNodes(1))))
              .fault(fault("b", 20, 5, new Effect.Pause(new Target.RandomNodes(1)))));
      run(30);
      List<FaultSpan> spans = spans();
      alike.add(spans.get(0).nodes().equals(spans.get(1).nodes()));
    }
    assertThat(alike).containsExactlyInAnyOrder(true, false);
  }

  private static FaultRule.Schedule every(long period, long from, long until) {
    return new FaultRule.Every(
        Duration.ofMillis(period), Duration.ofMillis(from), Optional.of(Duration.ofMillis(until)));
  }

  // Mistakes.

  @Test
  @DisplayName("a fault, rule, link or operation that names a node that is not there is refused")
  void unknownNodes() {
    NodeId ghost = NodeId.of("n9");
    List<Effect> effects =
        List.of(
            crash("n9"),
            new Effect.Clog(ids("n9"), List.of()),
            oneWay("n1", "n9"),
            new Effect.Partition(new Cut.Groups(List.of(ids("n1"), ids("n9")))),
            new Effect.Partition(new Cut.Links(List.of(new Cut.Link(ghost, ghost)))),
            new Effect.Partition(new Cut.Isolate(named("n9"))));
    for (Effect effect : effects) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> play(fault("f", 10, effect)))
          .withMessage("there is no node n9");
      FaultRule rule = new FaultRule("r", every(10, 0, 50), Optional.empty(), effect);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> play(new Runs().rule(rule)))
          .withMessage("there is no node n9");
    }
    LinkClass link = new LinkClass(ids("n1"), ids("n9"), LinkSettings.CALM);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            play(new Runs().network(new NetworkSettings(LinkSettings.CALM, List.of(link), true))))
        .withMessage("there is no node n9");
  }

  @Test
  @DisplayName("numbers that make no sense are refused")
  void refused() {
    Duration negative = Duration.ofMillis(-1);
    Stream.<Runnable>of(
            () -> new Anchor.At(negative),
            () -> new Anchor.OnFact("F", Optional.empty(), 0, Duration.ZERO),
            () -> new Anchor.OnFact("F", Optional.empty(), 1, negative),
            () -> new Anchor.OnDisk(Anchor.DiskPoint.BEFORE_SYNC, Optional.empty(), 0),
            () -> new Effect.Slow(named("n1"), 0.5, Duration.ZERO),
            () -> new Effect.Slow(named("n1"), 2, negative),
            () -> new Effect.SlowDisk(named("n1"), Double.NaN),
            () -> new Effect.Fate.Delay(negative),
            () -> new Effect.Fate.Duplicate(negative),
            () -> new Target.RandomNodes(0),
            () -> new Target.Named(List.of()),
            () -> new FaultRule.Every(Duration.ZERO, Duration.ZERO, Optional.empty()),
            () ->
                new FaultAction(
                    "x", new Anchor.At(Duration.ZERO), Optional.of(negative), pause("n1")))
        .forEach(making -> assertThatIllegalArgumentException().isThrownBy(making::run));
  }
}
