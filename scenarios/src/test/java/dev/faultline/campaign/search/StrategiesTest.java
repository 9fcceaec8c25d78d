package dev.faultline.campaign.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Strategy.Trial;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.random.Chance;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.ScenarioWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class StrategiesTest {
  private static final Protocols PROTOCOLS = Protocols.installed();
  private static final SeedRunner RUNNER = new SeedRunner(PROTOCOLS);
  private static final ScenarioLoader LOADER = new ScenarioLoader(PROTOCOLS);
  private static final Scenario BASE =
      LOADER.parse("system: { protocol: raft }\n", "base", List.of());
  private static final Swarm SWARM = new Swarm(PROTOCOLS);

  private static Scenario draw(long seed) {
    return SWARM.draw(BASE, seed);
  }

  private static List<Scenario> next(Strategy strategy, long from, int count) {
    return LongStream.range(from, from + count)
        .mapToObj(seed -> strategy.next(seed).scenario())
        .toList();
  }

  /** Runs a generation and lets the strategy learn from it. */
  private static List<SeedRun> generation(Strategy strategy, long from, int count) {
    List<Trial> trials = new ArrayList<>();
    LongStream.range(from, from + count).forEach(seed -> trials.add(strategy.next(seed)));
    List<SeedRun> runs = new ArrayList<>();
    for (Trial trial : trials) {
      runs.add(RUNNER.run(trial.scenario(), trial.observer()));
    }
    for (int i = 0; i < count; i++) {
      strategy.learn(trials.get(i), runs.get(i));
    }
    return runs;
  }

  @Example
  @Label("random runs what the swarm draws")
  void random() {
    assertThat(next(Search.RANDOM.over(StrategiesTest::draw), 1, 5))
        .isEqualTo(LongStream.range(1, 6).mapToObj(StrategiesTest::draw).toList());
  }

  @Example
  @Label("pct adds priorities, with up to four changes in the fault phase, and nothing else")
  void pct() {
    List<Scenario> drawn = next(Search.PCT.over(StrategiesTest::draw), 1, 100);
    assertThat(drawn).isEqualTo(next(Search.PCT.over(StrategiesTest::draw), 1, 100));
    List<Integer> depths = new ArrayList<>();
    for (Scenario scenario : drawn) {
      Chance.Priorities priorities = scenario.chance().orElseThrow().priorities().orElseThrow();
      assertThat(priorities.changes())
          .allMatch(change -> change.compareTo(scenario.duration()) < 0);
      depths.add(priorities.changes().size());
      assertThat(scenario.edited(draft -> draft.chance = Optional.empty()))
          .isEqualTo(draw(scenario.seed()));
    }
    assertThat(depths).contains(0, 1, 2, 3, 4).allMatch(depth -> depth <= 4);
  }

  @Example
  @Label("coverage draws until it has learned, then changes what reached new combinations")
  void coverage() {
    Strategy strategy = Search.COVERAGE.over(StrategiesTest::draw);
    assertThat(next(strategy, 1, 20))
        .isEqualTo(next(Search.RANDOM.over(StrategiesTest::draw), 1, 20));
    generation(strategy, 1, 20);
    List<Scenario> later = next(strategy, 21, 100);
    long changed =
        later.stream().filter(scenario -> !scenario.equals(draw(scenario.seed()))).count();
    assertThat(changed).isBetween(25L, 75L);
    assertThat(later).anyMatch(scenario -> scenario.chance().isPresent());
  }

  @Example
  @Label("coverage depends on nothing but the seeds and the runs")
  void coverageIsRepeatable() {
    Strategy one = Search.COVERAGE.over(StrategiesTest::draw);
    Strategy two = Search.COVERAGE.over(StrategiesTest::draw);
    generation(one, 1, 20);
    generation(two, 1, 20);
    assertThat(next(one, 21, 20)).isEqualTo(next(two, 21, 20));
  }

  @Example
  @Label("coverage keeps no failing run: what fails once is found, and would only be found again")
  void coverageLeavesFailuresAlone() {
    Scenario flawed = LOADER.parse("system: { protocol: raft, flaw: R14 }\n", "flawed", List.of());
    Strategy strategy = Search.COVERAGE.over(seed -> SWARM.draw(flawed, seed));
    long failing = 1;
    while (!RUNNER.run(SWARM.draw(flawed, failing)).failed()) {
      failing++;
    }
    assertThat(generation(strategy, failing, 1)).allMatch(SeedRun::failed);
    assertThat(next(strategy, 100, 20))
        .isEqualTo(LongStream.range(100, 120).mapToObj(seed -> SWARM.draw(flawed, seed)).toList());
  }

  @Property(tries = 60, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("what a change makes is a valid scenario: it reads back equal")
  void changesAreScenarios(@ForAll long one, @ForAll long other, @ForAll long luck) {
    Scenario changed = Mutation.of(draw(one), draw(other), new KeyedRandom(luck));
    String text = new ScenarioWriter(PROTOCOLS).print(changed, Optional.empty());
    assertThat(LOADER.parse(text, "changed", List.of())).as(text).isEqualTo(changed);
  }

  @Property(tries = 10, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("a scenario that a strategy made runs the same way when it is read from its text")
  void replays(@ForAll long seed) {
    Scenario prioritised = Search.PCT.over(StrategiesTest::draw).next(seed).scenario();
    Scenario changed = Mutation.of(prioritised, draw(seed + 1), new KeyedRandom(seed));
    SeedRun run = RUNNER.run(changed);
    String text =
        new ScenarioWriter(PROTOCOLS)
            .print(changed.recording(run.result(), "test"), Optional.empty());
    SeedRun again = RUNNER.run(LOADER.parse(text, "again", List.of()));
    assertThat(again.result().fingerprint()).isEqualTo(run.result().fingerprint());
  }
}
