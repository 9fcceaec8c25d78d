package dev.faultline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Strategy;
import dev.faultline.cli.ProbeProtocol;
import dev.faultline.cli.ProbeProtocol.Behaviour;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
  private static final List<String> FACTS = List.of("Wrote", "Unheard");

  private final Protocols protocols = Protocols.of(List.of(new ProbeProtocol()));
  private final SeedRunner runner = new SeedRunner(protocols);

  @TempDir private Path folder;

  @Test
  void everySeedCountsOnce() {
    CampaignResult result = run(settings(300), scenario(Behaviour.SOUND));

    assertThat(result.end()).isEqualTo(new CampaignEnd.AllSeeds());
    assertThat(result.counts()).isEqualTo(new SeedCounts(300, 0, 0, 0));
    assertThat(result.groups()).isEmpty();
    assertThat(result.sample()).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void nothingDependsOnTheNumberOfJobs() {
    Scenario scenario = scenario(Behaviour.FORGETTING);

    CampaignResult one = run(settings(200), scenario);
    CampaignResult three = run(settings(200).withJobs(3), scenario);

    assertThat(three.counts()).isEqualTo(one.counts());
    assertThat(three.coverage()).isEqualTo(one.coverage());
    assertThat(three.sample()).isEqualTo(one.sample());
    assertThat(three.events()).isEqualTo(one.events());
    assertThat(three.groups()).hasSameSizeAs(one.groups()).hasSizeGreaterThan(0);
    for (int i = 0; i < one.groups().size(); i++) {
      FailureGroup here = one.groups().get(i);
      FailureGroup there = three.groups().get(i);
      assertThat(there.shape()).isEqualTo(here.shape());
      assertThat(there.seeds()).isEqualTo(here.seeds());
      assertThat(there.smallest().result()).isEqualTo(here.smallest().result());
    }
  }

  @Test
  void stopsAfterFailuresInTheOrderOfSeeds() {
    CampaignSettings settings = settings(200).withJobs(3).stoppingAfter(3);

    CampaignResult result = run(settings, scenario(Behaviour.THROWING));

    assertThat(result.end()).isEqualTo(new CampaignEnd.EnoughFailures());
    assertThat(result.counts()).isEqualTo(new SeedCounts(0, 3, 0, 0));
    assertThat(result.groups().getFirst().seeds()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void failuresThatLookAlikeAreOneGroupWithItsSmallestRun() {
    CampaignResult result = run(settings(40), scenario(Behaviour.THROWING));

    assertThat(result.groups()).hasSize(1);
    FailureGroup group = result.groups().getFirst();
    assertThat(group.count()).isEqualTo(40);
    assertThat(group.seeds()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    long fewest =
        LongStream.rangeClosed(1, 40)
            .map(seed -> runner.run(scenario(Behaviour.THROWING).withSeed(seed)).result().events())
            .min()
            .orElseThrow();
    assertThat(group.smallest().result().events()).isEqualTo(fewest);
  }

  @Test
  void theWatcherIsToldOfEachSmallerFailureOnce() {
    List<Long> sizes = new ArrayList<>();
    CampaignWatcher watcher =
        new CampaignWatcher() {
          @Override
          public void found(FailureGroup group) {
            sizes.add(group.smallest().result().events());
          }
        };

    run(settings(40), scenario(Behaviour.THROWING), watcher);

    assertThat(sizes).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
  }

  @Test
  void endsWhenAFailureCannotBeKept() {
    IOException full = new IOException("no space left");
    CampaignWatcher watcher =
        new CampaignWatcher() {
          @Override
          public void found(FailureGroup group) throws IOException {
            throw full;
          }
        };

    CampaignResult result = run(settings(40), scenario(Behaviour.THROWING), watcher);

    assertThat(result.end()).isEqualTo(new CampaignEnd.CannotWrite(full));
    assertThat(result.groups()).hasSize(1);
  }

  @Test
  void endsWhenTheTimeIsUp() {
    CampaignSettings settings = settings(Long.MAX_VALUE).within(Duration.ofMillis(1));

    CampaignResult result = run(settings, scenario(Behaviour.SOUND));

    assertThat(result.end()).isEqualTo(new CampaignEnd.TimeUp());
    assertThat(result.counts().total()).isLessThan(10_000);
  }

  @Test
  void endsWhenSomebodyInterrupts() {
    CampaignWatcher watcher =
        new CampaignWatcher() {
          private long counted;

          @Override
          public void counted(SeedCounts counts, int groups, long simulatedNanos) {
            counted = counts.total();
          }

          @Override
          public boolean interrupts() {
            return counted >= 5;
          }
        };

    CampaignResult result = run(settings(Long.MAX_VALUE), scenario(Behaviour.SOUND), watcher);

    assertThat(result.end()).isEqualTo(new CampaignEnd.Interrupted());
    assertThat(result.counts().passed()).isBetween(5L, 10_000L);
  }

  @Test
  void aHandlerThatNeverReturnsIsFoundWithItsStack() {
    Hang hang = hang(scenario(Behaviour.LOOPING));

    assertThat(hang.code()).isEqualTo(Hang.Code.HANDLER);
    assertThat(hang.scenario().seed()).isEqualTo(7);
    assertThat(hang.event()).isPositive();
    assertThat(hang.stack()).contains("ProbeProtocol$Server.loop").doesNotContain("node.Machine");
  }

  @Test
  void aNodeThatNeverFinishesStartingIsFoundToo() {
    Hang hang = hang(scenario(Behaviour.STARTING));

    assertThat(hang.code()).isEqualTo(Hang.Code.HANDLER);
    assertThat(hang.event()).isZero();
    assertThat(hang.scenario().seed()).isEqualTo(7);
    assertThat(hang.stack()).contains("ProbeProtocol$Server.start").doesNotContain("node.Machine");
  }

  @Test
  void whatWasCountedBeforeAnErrorStays() {
    OutOfMemoryError full = new OutOfMemoryError("for the test");
    Strategy strategy =
        new Same(scenario(Behaviour.SOUND)) {
          @Override
          public Trial next(long seed) {
            Trial trial = super.next(seed);
            return seed < 4
                ? trial
                : new Trial(
                    trial.scenario(),
                    (fact, node, time, event) -> {
                      throw full;
                    });
          }
        };

    CampaignResult result =
        Campaign.run(settings(9).withJobs(2), strategy, FACTS, runner, CampaignWatcher.NONE);

    assertThat(result.end()).isEqualTo(new CampaignEnd.Broke(4, full));
    assertThat(result.counts().passed()).isEqualTo(3);
  }

  @Test
  void coverageHasGaps() {
    Coverage coverage = run(settings(20), scenario(Behaviour.SOUND)).coverage();

    assertThat(coverage.facts()).containsEntry("Wrote", 20L).containsEntry("Unheard", 0L);
    assertThat(coverage.factsNeverSeen()).containsExactly("Unheard");
    assertThat(coverage.checks())
        .containsOnlyKeys("linearizable", "liveness", "probe/versions-grow");
    assertThat(coverage.checksNeverMade()).isEmpty();
    assertThat(coverage.signs())
        .containsEntry("probe/wrote-often", new Coverage.Sign(true, 20))
        .containsEntry("probe/wrote-a-million", new Coverage.Sign(false, 0));
    assertThat(coverage.signsNeverSeen(false)).containsExactly("probe/wrote-a-million");
    assertThat(coverage.signsNeverSeen(true)).isEmpty();
  }

  @Test
  void strategiesLearnInTheOrderOfSeedsAndAfterTheWholeGenerationWasDrawn() {
    List<String> calls = new ArrayList<>();
    Strategy strategy =
        new Same(scenario(Behaviour.SOUND)) {
          @Override
          public Trial next(long seed) {
            calls.add("next " + seed);
            return super.next(seed);
          }

          @Override
          public void learn(Trial trial, SeedRun run) {
            calls.add("learn " + run.seed());
          }
        };

    Campaign.run(settings(130).withJobs(3), strategy, FACTS, runner, CampaignWatcher.NONE);

    List<String> expected = new ArrayList<>();
    LongStream.rangeClosed(1, 128).forEach(seed -> expected.add("next " + seed));
    LongStream.rangeClosed(1, 128).forEach(seed -> expected.add("learn " + seed));
    LongStream.rangeClosed(129, 130).forEach(seed -> expected.add("next " + seed));
    LongStream.rangeClosed(129, 130).forEach(seed -> expected.add("learn " + seed));
    assertThat(calls).isEqualTo(expected);
  }

  /** The same scenario under every seed. */
  private static class Same implements Strategy {
    private final Scenario scenario;

    Same(Scenario scenario) {
      this.scenario = scenario;
    }

    @Override
    public Trial next(long seed) {
      return Trial.of(scenario.withSeed(seed));
    }

    @Override
    public void learn(Trial trial, SeedRun run) {}
  }

  private static CampaignSettings settings(long seeds) {
    return CampaignSettings.of(new Seeds(1, seeds));
  }

  private CampaignResult run(CampaignSettings settings, Scenario scenario) {
    return run(settings, scenario, CampaignWatcher.NONE);
  }

  private CampaignResult run(
      CampaignSettings settings, Scenario scenario, CampaignWatcher watcher) {
    return Campaign.run(settings, new Same(scenario), FACTS, runner, watcher);
  }

  private Hang hang(Scenario scenario) {
    CampaignSettings settings =
        new CampaignSettings(
            new Seeds(7, 5),
            settings(1).time(),
            1,
            settings(1).stopAfter(),
            Duration.ofMillis(200));
    CampaignResult result = run(settings, scenario);
    assertThat(result.end()).isInstanceOf(CampaignEnd.Stuck.class);
    assertThat(result.counts().total()).isZero();
    return ((CampaignEnd.Stuck) result.end()).hang();
  }

  private Scenario scenario(Behaviour behaviour) {
    String text =
        """
        duration: 500ms
        system: { protocol: probe, nodes: 1, config: { behaviour: %s } }
        workload: { service: register, clients: 2, rate: 50/s, mix: { write: 50%%, read: 50%% } }
        """
            .formatted(behaviour.name().toLowerCase(Locale.ROOT));
    try {
      Path file = Files.writeString(folder.resolve("probe.yaml"), text);
      return new ScenarioLoader(protocols).load(file, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
