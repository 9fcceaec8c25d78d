package dev.faultline.simulation;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.Target;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.SingleKv;
import dev.faultline.fixtures.Stage;
import dev.faultline.history.Outcome;
import dev.faultline.network.BurstLoss;
import dev.faultline.network.LinkSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.Distribution;
import dev.faultline.random.KeyedChoices;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Hash;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Chance comes through one door, where it can be watched and steered. */
class ChoicesTest {
  private record Key(Decision decision, long who, long when, long ordinal) {}

  /** A world in which every kind of decision is taken. */
  private static Runs everything() {
    LinkSettings link =
        new LinkSettings(
            new Distribution.Exponential(Duration.ofMillis(1)),
            new Share(0.05),
            new Share(0.05),
            new Share(0.05),
            Optional.of(
                new BurstLoss(Duration.ofMillis(50), Duration.ofMillis(50), new Share(0.5))),
            false);
    return new Runs()
        .lasting(Duration.ofSeconds(3))
        .network(new NetworkSettings(link, List.of(), false))
        .disk(
            new DiskSettings(
                new Distribution.Exponential(Duration.ofMillis(1)), new Share(0.5), true, false))
        .clock(new ClockSettings(Drift.parse("1%"), Duration.ofSeconds(1)))
        .serviceTime(new Distribution.Exponential(Duration.ofNanos(100_000)))
        .workload(Runs.kv(2, Optional.of(new Rate(100))))
        .fault(fault("rot", 1000, new Effect.CorruptDisk(named("n2"), new Share(0.5))))
        .rule(
            new FaultRule(
                "crash",
                new FaultRule.AtRandom(
                    new Rate(20), Duration.ofMillis(5), Duration.ZERO, Optional.empty()),
                Optional.of(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(5))),
                new Effect.Crash(new Target.RandomNodes(1), false)))
        .rule(
            new FaultRule(
                "strike",
                new FaultRule.Each(
                    new FaultRule.DiskReached(Anchor.DiskPoint.AFTER_SYNC, Optional.empty()),
                    new Share(0.1),
                    Duration.ZERO,
                    Duration.ZERO,
                    Optional.empty()),
                Optional.of(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(2))),
                new Effect.Pause(new Target.Reporter())));
  }

  private static Stage busyStage() {
    Stage stage = new Stage();
    stage.opening((id, context) -> context.disk().<String>cell("x").write("boot"));
    stage.serving((context, operation, done) -> {
      context.random().nextLong();
      context.disk().<String>journal("log").append("asked");
      context.disk().sync(() -> {}, () -> {});
      stage.say(context.self().name(), "n1", "asked");
      done.accept(new Outcome.Ok<>("asked"));
    });
    stage.reacting((context, from, message) -> {
      context.disk().<String>journal("log").append("heard");
      context.disk().sync(() -> {});
    });
    return stage;
  }

  @Test
  @DisplayName("a recording of all choices sees every kind of decision, and no decision twice")
  void everyDecision() {
    Map<Key, Long> taken = new HashMap<>();
    KeyedChoices chance = new KeyedChoices(1);
    Set<Decision> repeated = EnumSet.noneOf(Decision.class);
    Choices recording =
        (decision, who, when, ordinal) -> {
          long bits = chance.bits(decision, who, when, ordinal);
          if (taken.put(new Key(decision, who, when, ordinal), bits) != null) {
            repeated.add(decision);
          }
          return bits;
        };
    RunResult result = busyStage().play(everything(), Options.DEFAULT.choosing(recording)).run();
    assertThat(result.violations()).isEmpty();
    Set<Decision> seen = EnumSet.noneOf(Decision.class);
    taken.keySet().forEach(key -> seen.add(key.decision()));
    assertThat(seen).isEqualTo(EnumSet.allOf(Decision.class));
    assertThat(repeated).isEmpty();
  }

  @Test
  @DisplayName("nothing else is random: with constant choices two seeds give the same run")
  void onlyDoor() {
    List<Long> prints = new ArrayList<>();
    for (long seed = 1; seed <= 2; seed++) {
      Choices constant = (decision, who, when, ordinal) -> Hash.combine(who, when) | 1L << 62;
      prints.add(
          busyStage()
              .play(everything().seed(seed), Options.DEFAULT.choosing(constant))
              .run()
              .fingerprint());
    }
    assertThat(prints.get(0)).isEqualTo(prints.get(1));
  }

  @Test
  @DisplayName("scripted choices steer the delay of one message and leave the rest to chance")
  void scripted() {
    LinkSettings link =
        LinkSettings.calm(
            new Distribution.Uniform(
                new DurationRange(Duration.ofMillis(10), Duration.ofMillis(20))));
    KeyedChoices chance = new KeyedChoices(1);
    Choices steering =
        (decision, who, when, ordinal) ->
            decision == Decision.DELAY && when == 0 && ordinal == 1
                ? -1L
                : chance.bits(decision, who, when, ordinal);
    List<List<String>> logs = new ArrayList<>();
    for (Options options : List.of(Options.DEFAULT, Options.DEFAULT.choosing(steering))) {
      Stage stage = new Stage();
      Simulation simulation = stage.play(new Runs().link(link), options);
      stage.say("n1", "n2", "first");
      stage.say("n1", "n2", "second");
      stage.say("n1", "n3", "other");
      simulation.runUntil(Duration.ofMillis(50));
      logs.add(stage.log().stream().sorted().toList());
    }
    assertThat(logs.get(1)).contains("20ms n2 hears second from n1");
    assertThat(logs.get(0)).doesNotContain("20ms n2 hears second from n1");
    List<String> rest = new ArrayList<>(logs.get(0));
    rest.retainAll(logs.get(1));
    assertThat(rest).hasSize(2);
  }

  @Test
  @DisplayName("the fixture with a database answers alike through any door that answers alike")
  void sameDoor() {
    KeyedChoices chance = new KeyedChoices(7);
    Simulation wrapped =
        new Simulation(
            new SingleKv(),
            everything().seed(99).settings(),
            Options.DEFAULT.keepGoing(true).choosing(chance::bits));
    Simulation plain =
        new Simulation(
            new SingleKv(), everything().seed(7).settings(), Options.DEFAULT.keepGoing(true));
    assertThat(wrapped.run().fingerprint()).isEqualTo(plain.run().fingerprint());
  }
}
