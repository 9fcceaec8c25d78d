package dev.faultline.fault;

import static dev.faultline.fixtures.Faults.ids;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.onFact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fixtures.DurableCounter;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.node.Context;
import dev.faultline.node.Timer;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules that act on what happens, and targets that it names. */
class StrikesTest {
  private static final long MILLI = 1_000_000;
  private static final Effect CRASH = new Effect.Crash(new Target.Reporter(), false);

  /** Each server reports a fact every 10 ms, {@code n1} at 10, {@code n2} at 11 ms, and so on. */
  private static Stage reporters() {
    return new Stage()
        .opening((node, context) -> {
          if (node.name().startsWith("n")) {
            int number = Integer.parseInt(node.name().substring(1));
            repeat(context, (9 + number) * MILLI);
          }
        });
  }

  private static void repeat(Context<Stage.Message> context, long wait) {
    List<Timer> timer = new ArrayList<>();
    timer.add(
        context.timer(
            "see",
            () -> {
              context.report(new Stage.Seen("it"));
              timer.getFirst().restart(10 * MILLI);
            }));
    timer.getFirst().restart(wait);
  }

  private static FaultRule rule(String id, FaultRule.Each each, String lasts, Effect effect) {
    return new FaultRule(id, each, Optional.of(DurationRange.parse(lasts)), effect);
  }

  private static FaultRule.Each seen(Optional<NodeId> node, String chance, String after) {
    return each(
        new FaultRule.FactReported("Seen", node, DurationRange.parse(after)), chance, "0s", "0s");
  }

  private static FaultRule.Each each(
      FaultRule.Trigger trigger, String chance, String stability, String from) {
    return new FaultRule.Each(
        trigger,
        Share.parse(chance),
        Durations.parse(stability),
        Durations.parse(from),
        Optional.empty());
  }

  private static RunResult run(Runs runs) {
    return reporters().play(runs).run();
  }

  @Test
  @DisplayName("a rule strikes whoever reported the fact, so long after it")
  void strikesReporter() {
    List<FaultSpan> spans =
        run(new Runs()
                .lasting(Duration.ofMillis(50))
                .rule(rule("r", seen(Optional.empty(), "100%", "2ms"), "5ms", CRASH)))
            .faults();
    assertThat(spans).extracting(FaultSpan::id).startsWith("r.1", "r.2");
    assertThat(spans.get(0).nodes()).isEqualTo(ids("n1"));
    assertThat(spans.get(0).from()).isEqualTo(12 * MILLI);
    // While the first lasts, from 10 to 17 ms, facts pass unnoticed; n1 reports next, at 27 ms.
    assertThat(spans.get(1).nodes()).isEqualTo(ids("n2"));
    assertThat(spans.get(1).from()).isEqualTo(23 * MILLI);
  }

  @Test
  @DisplayName("a rule waits for its stability, and acts only between its bounds and on its node")
  void bounds() {
    FaultRule.Each each =
        new FaultRule.Each(
            new FaultRule.FactReported(
                "Seen", Optional.of(NodeId.of("n2")), DurationRange.parse("0ms")),
            Share.ALL,
            Duration.ofMillis(15),
            Duration.ofMillis(20),
            Optional.of(Duration.ofMillis(60)));
    List<FaultSpan> spans =
        run(new Runs()
                .lasting(Duration.ofMillis(100))
                .rule(rule("r", each, "1ms", new Effect.Pause(new Target.Reporter()))))
            .faults();
    assertThat(spans).extracting(FaultSpan::from).containsExactly(21 * MILLI + 1, 41 * MILLI + 1);
  }

  @Test
  @DisplayName("whether a rule acts on a fact is drawn for it alone, not for the n-th of its kind")
  void chancesAreIndependent() {
    FaultRule.Trigger seen = seen(Optional.empty(), "20%", "0ms").trigger();
    List<Anchor> all = begins(each(seen, "20%", "0s", "0s"));
    List<Anchor> late = begins(each(seen, "20%", "0s", "0.5s"));
    assertThat(all).hasSizeBetween(40, 130);
    assertThat(all).endsWith(late.toArray(Anchor[]::new));
    assertThat(late).hasSizeGreaterThan(20);
  }

  private static List<Anchor> begins(FaultRule.Each each) {
    FaultRule rule = rule("r", each, "0ms", new Effect.Pause(new Target.Reporter()));
    return run(new Runs().lasting(Duration.ofSeconds(1)).nodes(5).rule(rule)).actions().stream()
        .map(FaultAction::anchor)
        .toList();
  }

  @Test
  @DisplayName("a rule at a disk point strikes before anything of the sync is durable, or after")
  void diskPoints() {
    for (Anchor.DiskPoint point : Anchor.DiskPoint.values()) {
      FaultRule rule =
          rule(
              "r",
              each(new FaultRule.DiskReached(point, Optional.empty()), "10%", "0s", "0s"),
              "1ms",
              CRASH);
      RunResult drawn = count(new Runs().lasting(Duration.ofMillis(300)).rule(rule));
      assertThat(drawn.actions()).hasSizeGreaterThan(3);
      assertThat(drawn.actions()).allMatch(action -> isAt(point, action));
      RunResult replayed =
          count(new Runs().lasting(Duration.ofMillis(300)).faults(drawn.actions()).replayed());
      assertThat(replayed.fingerprint()).isEqualTo(drawn.fingerprint());
    }
  }

  private static boolean isAt(Anchor.DiskPoint point, FaultAction action) {
    return action.anchor() instanceof Anchor.OnDisk on
        && on.point() == point
        && action.effect().isAimedAt(new Target.Named(List.of(on.node().orElseThrow())));
  }

  private static RunResult count(Runs runs) {
    return new Simulation(new DurableCounter(false), runs.settings(), Options.DEFAULT).run();
  }

  @Test
  @DisplayName("what a rule did replays without it")
  void replays() {
    FaultRule rule = rule("r", seen(Optional.empty(), "30%", "0ms..3ms"), "1ms..4ms", CRASH);
    RunResult drawn = run(new Runs().lasting(Duration.ofMillis(500)).rule(rule));
    assertThat(drawn.actions()).hasSizeGreaterThan(5);
    RunResult replayed =
        run(new Runs().lasting(Duration.ofMillis(500)).faults(drawn.actions()).replayed());
    assertThat(replayed.fingerprint()).isEqualTo(drawn.fingerprint());
  }

  @Test
  @DisplayName("a fault that waits for a fact can strike whoever reported it")
  void onceAtReporter() {
    RunResult result =
        run(
            new Runs()
                .lasting(Duration.ofMillis(60))
                .fault(
                    onFact(
                        "f",
                        "Seen",
                        5,
                        1,
                        new Effect.Partition(new Cut.Isolate(new Target.Reporter())))));
    assertThat(result.faults())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.nodes()).isEqualTo(ids("n2"));
          assertThat(span.from()).isEqualTo(22 * MILLI);
        });
    assertThat(result.actions())
        .singleElement()
        .extracting(FaultAction::effect)
        .isEqualTo(new Effect.Partition(new Cut.Isolate(named("n2"))));
  }

  @Test
  @DisplayName("a client that reports something is not hit")
  void clientsAreSafe() {
    Stage stage =
        new Stage()
            .opening((node, context) -> {
              if (node.name().startsWith("c")) {
                repeat(context, MILLI);
              }
            });
    RunResult result =
        stage
            .play(
                new Runs()
                    .lasting(Duration.ofMillis(60))
                    .workload(Runs.kv(1, Optional.of(new Rate(1))))
                    .rule(rule("r", seen(Optional.empty(), "100%", "0s"), "1ms", CRASH)))
            .run();
    assertThat(result.actions()).isEmpty();
    assertThat(result.faults())
        .isNotEmpty()
        .allMatch(span -> span.skipped().equals("nobody to hit"));
  }
}
