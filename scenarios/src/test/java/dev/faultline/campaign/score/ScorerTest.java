package dev.faultline.campaign.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.execution.Progress;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final Protocols PROTOCOLS = Protocols.installed();
  private static final SeedRunner RUNNER = new SeedRunner(PROTOCOLS);
  private static final Flaw R13 =
      PROTOCOLS.require("raft").flaws().stream()
          .filter(flaw -> flaw.id().equals("R13"))
          .findFirst()
          .orElseThrow();

  private final List<Scenario> shrunk = new ArrayList<>();
  private final List<Double> progress = new ArrayList<>();

  private Score score(Swarm swarm, int seeds, int cleanSeeds) {
    ScorePlan plan =
        new ScorePlan("raft", List.of(R13), List.of(Search.RANDOM), 3, seeds, cleanSeeds, 1, 1);
    Scenario base =
        new ScenarioLoader(PROTOCOLS).parse("system: { protocol: raft }\n", "base", List.of());
    Progress heard = progress::add;
    return new Scorer(plan, base, swarm::draw, RUNNER, this::shrink).score(heard);
  }

  private OptionalInt shrink(Scenario failing) {
    shrunk.add(failing);
    return OptionalInt.of(7);
  }

  @Test
  @DisplayName("what each campaign finds is made small")
  void shrinksAll() {
    Score score = score(new Swarm(PROTOCOLS), 60, 0);
    assertThat(score.shrunk().get("R13")).hasSize(3).allMatch(failure -> failure.steps() == 7);
    assertThat(shrunk)
        .containsExactlyElementsOf(
            score.tallies().getFirst().hunts().stream()
                .map(hunt -> hunt.caught().orElseThrow().scenario())
                .toList());
  }

  @Test
  @DisplayName("campaigns have seeds of their own, one after the other; the correct protocol too")
  void seeds() {
    Score score = score(new Swarm(PROTOCOLS), 2, 5);
    List<Hunt> hunts = score.tallies().getFirst().hunts();
    for (int i = 0; i < hunts.size(); i++) {
      long first = 1 + 2L * i;
      hunts
          .get(i)
          .caught()
          .ifPresent(caught -> assertThat(caught.scenario().seed()).isBetween(first, first + 1));
    }
    assertThat(score.patrols())
        .singleElement()
        .satisfies(patrol -> assertThat(patrol.counts().total()).isEqualTo(5));
    assertThat(progress).isSorted();
  }
}
