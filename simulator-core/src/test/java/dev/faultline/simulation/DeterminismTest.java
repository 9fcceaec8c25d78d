package dev.faultline.simulation;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.onFact;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.FaultSpan;
import dev.faultline.fault.Target;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.SingleKv;
import dev.faultline.fixtures.Stage;
import dev.faultline.history.Outcome;
import dev.faultline.network.BurstLoss;
import dev.faultline.network.LinkSettings;
import dev.faultline.random.Distribution;
import dev.faultline.random.KeyedChoices;
import dev.faultline.random.SaltedChoices;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.PlannedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run is a pure function of its settings and its seed. The runs here have a bit of everything.
 */
class DeterminismTest {
  private static final Duration LENGTH = Duration.ofSeconds(4);

  /** A world in which every kind of chance is at work. */
  private static Runs chaos(long seed) {
    return world(seed, Optional.of(new Rate(60)))
        .rule(
            new FaultRule(
                "blink",
                new FaultRule.Every(
                    Duration.ofMillis(300), Duration.ofMillis(500), Optional.empty()),
                Optional.of(range(10, 60)),
                new Effect.Crash(new Target.Leader(), false)))
        .rule(
            new FaultRule(
                "storm",
                new FaultRule.AtRandom(
                    new Rate(3), Duration.ofMillis(20), Duration.ZERO, Optional.empty()),
                Optional.of(range(5, 80)),
                new Effect.Partition(new Cut.Isolate(new Target.RandomNodes(1)))))
        .rule(
            new FaultRule(
                "stumble",
                new FaultRule.Each(
                    new FaultRule.FactReported("Applied", Optional.empty(), range(0, 9)),
                    new Share(0.1),
                    Duration.ofMillis(100),
                    Duration.ZERO,
                    Optional.empty()),
                Optional.of(range(5, 80)),
                new Effect.Crash(new Target.Reporter(), false)))
        .rule(
            new FaultRule(
                "torn",
                new FaultRule.Each(
                    new FaultRule.DiskReached(Anchor.DiskPoint.BEFORE_SYNC, Optional.empty()),
                    new Share(0.02),
                    Duration.ofMillis(100),
                    Duration.ZERO,
                    Optional.empty()),
                Optional.of(range(5, 80)),
                new Effect.Crash(new Target.Reporter(), false)))
        .fault(fault("pause", 700, 90, pause("n1", "c2")))
        .fault(fault("slow", 900, 400, new Effect.Slow(named("n1"), 2, Duration.ofMillis(1))))
        .fault(fault("drift", 400, 900, new Effect.ClockDrift(named("c1"), Drift.parse("30%"))))
        .fault(onFact("fact", "Applied", 20, 3, crash("n2")))
        .fault(atDisk("before", Anchor.DiskPoint.BEFORE_SYNC, 30))
        .fault(atDisk("after", Anchor.DiskPoint.AFTER_SYNC, 50))
        .fault(atDisk("after later", Anchor.DiskPoint.AFTER_SYNC, 70));
  }

  private static FaultAction atDisk(String id, Anchor.DiskPoint point, int nth) {
    return new FaultAction(
        id,
        new Anchor.OnDisk(point, Optional.empty(), nth),
        Optional.of(Duration.ofMillis(40)),
        crash("n1"));
  }

  private static Runs world(long seed, Optional<Rate> rate) {
    LinkSettings link =
        new LinkSettings(
            new Distribution.Lognormal(Duration.ofMillis(1), Duration.ofMillis(8)),
            new Share(0.02),
            new Share(0.02),
            new Share(0.01),
            Optional.of(
                new BurstLoss(Duration.ofMillis(500), Duration.ofMillis(20), new Share(0.5))),
            false);
    return new Runs()
        .seed(seed)
        .lasting(LENGTH)
        .link(link)
        .disk(
            new DiskSettings(
                new Distribution.Exponential(Duration.ofMillis(1)), new Share(0.2), true, true))
        .clock(new ClockSettings(Drift.parse("5%"), Duration.ofMillis(100)))
        .serviceTime(new Distribution.Exponential(Duration.ofNanos(200_000)))
        .workload(Runs.kv(3, rate))
        .recovering();
  }

  private static DurationRange range(long min, long max) {
    return new DurationRange(Duration.ofMillis(min), Duration.ofMillis(max));
  }

  private static RunResult run(Runs runs) {
    return run(runs, Options.DEFAULT);
  }

  private static RunResult run(Runs runs, Options options) {
    return new Simulation(new SingleKv(), runs.settings(), options.keepGoing(true)).run();
  }

  @Test
  @DisplayName("the same seed gives the same run, another seed another")
  void seeds() {
    Set<Long> prints = new HashSet<>();
    for (long seed = 1; seed <= 10; seed++) {
      RunResult first = run(chaos(seed));
      RunResult second = run(chaos(seed));
      assertThat(second).isEqualTo(first);
      assertThat(first.events()).isGreaterThan(500);
      prints.add(first.fingerprint());
    }
    assertThat(prints).hasSize(10);
  }

  @Test
  @DisplayName("how operations end is part of the fingerprint")
  void outcomes() {
    Set<Long> prints = new HashSet<>();
    for (String answer : List.of("a", "b", "a")) {
      Stage stage = new Stage();
      stage.serving((context, operation, done) -> done.accept(new Outcome.Ok<>(answer)));
      prints.add(
          stage
              .play(
                  new Runs()
                      .lasting(Duration.ofSeconds(1))
                      .workload(Runs.kv(1, Optional.of(new Rate(10)))))
              .run()
              .fingerprint());
    }
    assertThat(prints).hasSize(2);
  }

  @Test
  @DisplayName("the chaos of these tests is chaos: every fault strikes, operations succeed")
  void chaosIsChaotic() {
    RunResult result = run(chaos(1));
    assertThat(result.faults())
        .extracting(FaultSpan::kind)
        .contains("crash", "partition", "pause", "slow", "clock");
    assertThat(result.faults())
        .extracting(FaultSpan::id)
        .contains("fact", "before", "after", "after later", "blink.1", "stumble.1", "torn.1");
    assertThat(result.undecided()).isEmpty();
    assertThat(result.history()).hasSizeGreaterThan(100);
  }

  @Test
  @DisplayName("many simulations, step by step in turn, run as each does alone")
  void interleaved() {
    List<Simulation> simulations = new ArrayList<>();
    List<Long> alone = new ArrayList<>();
    for (long seed = 1; seed <= 8; seed++) {
      alone.add(run(chaos(seed)).fingerprint());
      simulations.add(
          new Simulation(new SingleKv(), chaos(seed).settings(), Options.DEFAULT.keepGoing(true)));
    }
    for (int round = 0; round < 2_000; round++) {
      simulations.forEach(simulation -> {
        if (simulation.now().compareTo(LENGTH.minusMillis(100)) < 0) {
          simulation.step();
        }
      });
    }
    assertThat(simulations)
        .extracting(simulation -> simulation.run().fingerprint())
        .isEqualTo(alone);
  }

  @Test
  @DisplayName("running in steps of time gives the same run as running at once")
  void stepping() {
    RunResult whole = run(chaos(3));
    Simulation simulation =
        new Simulation(new SingleKv(), chaos(3).settings(), Options.DEFAULT.keepGoing(true));
    for (int i = 1; i < 400; i++) {
      simulation.runUntil(Duration.ofMillis(i * 10));
    }
    assertThat(simulation.run()).isEqualTo(whole);
  }

  @Test
  @DisplayName("a trace, checks and messages in the fingerprint change nothing that happens")
  void watching() {
    List<TraceEntry> entries = new ArrayList<>();
    RunResult plain = run(chaos(4));
    RunResult traced = run(chaos(4), Options.DEFAULT.tracing(entries::add));
    assertThat(traced).isEqualTo(plain);
    RunResult unjudged = run(chaos(4), Options.DEFAULT.checking(Optional.of(List.of()), List.of()));
    assertThat(unjudged.fingerprint()).isEqualTo(plain.fingerprint());
    RunResult withContents = run(chaos(4), Options.DEFAULT.withContents(true));
    assertThat(withContents.fingerprint()).isNotEqualTo(plain.fingerprint());
    assertThat(withContents.events()).isEqualTo(plain.events());
    assertThat(withContents.history()).isEqualTo(plain.history());
  }

  @Test
  @DisplayName("a trace numbers every event in order, and names an earlier one as its cause")
  void eventIds() {
    List<TraceEntry.Handled> handled = new ArrayList<>();
    RunResult result =
        run(
            chaos(4),
            Options.DEFAULT.tracing(entry -> {
              if (entry instanceof TraceEntry.Handled each) {
                handled.add(each);
              }
            }));
    assertThat(handled).hasSize((int) result.events());
    long before = 0;
    for (int i = 0; i < handled.size(); i++) {
      TraceEntry.Handled each = handled.get(i);
      assertThat(each.id()).isEqualTo(i + 1);
      assertThat(each.cause()).isBetween(0L, each.id() - 1);
      assertThat(each.time()).isGreaterThanOrEqualTo(before);
      before = each.time();
      if (each.peer().isPresent() && each.kind() == EventKind.MESSAGE) {
        assertThat(handled.get((int) each.cause() - 1).node()).isEqualTo(each.peer().get());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("recorded faults and operations, run instead of their rules, give the same run")
  void replay(long seed) {
    RunResult original = run(chaos(seed));
    RunResult replayed =
        run(
            world(seed, Optional.of(new Rate(60)))
                .faults(original.actions())
                .operations(original.operations())
                .replayed());
    assertThat(replayed.fingerprint()).isEqualTo(original.fingerprint());
    assertThat(replayed).isEqualTo(original);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("so do the recorded operations of a closed loop")
  void replayOfClosedLoop(long seed) {
    RunResult original = run(world(seed, Optional.empty()));
    List<PlannedOperation> operations = original.operations();
    assertThat(operations).hasSizeGreaterThan(100);
    RunResult replayed = run(world(seed, Optional.empty()).operations(operations).replayed());
    assertThat(replayed.fingerprint()).isEqualTo(original.fingerprint());
  }

  @Test
  @DisplayName("a replay without anything recorded draws nothing: no faults, no operations")
  void emptyReplay() {
    RunResult replayed = run(chaos(1).replayed());
    assertThat(replayed.operations()).isEmpty();
    assertThat(replayed.faults()).extracting(FaultSpan::id).noneMatch(id -> id.contains("."));
  }

  @Test
  @DisplayName("another future shares the past up to its moment, and then differs")
  void salted() {
    long moment = Duration.ofSeconds(2).toNanos();
    Simulation plain = simulation(Options.DEFAULT);
    Simulation salted =
        simulation(Options.DEFAULT.choosing(new SaltedChoices(new KeyedChoices(5), moment, 1)));
    plain.runUntil(Duration.ofNanos(moment - 1));
    salted.runUntil(Duration.ofNanos(moment - 1));
    assertThat(salted.fingerprint()).isEqualTo(plain.fingerprint());
    RunResult one = plain.run();
    RunResult other = salted.run();
    assertThat(other.fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(other.operations()).isEqualTo(one.operations());
  }

  private static Simulation simulation(Options options) {
    return new Simulation(
        new SingleKv(), world(5, Optional.of(new Rate(60))).settings(), options.keepGoing(true));
  }
}
