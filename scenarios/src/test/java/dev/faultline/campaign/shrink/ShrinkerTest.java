package dev.faultline.campaign.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Verdict;
import dev.faultline.scenario.Found;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.budget.Tolerance;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkerTest {
  private static final String CALM = "duration: 1s\nsystem: { protocol: raft }\n";

  /**
   * The steps allowed are two and a half times the length of the shortest counter-example that
   * breadth-first model checking found (Tang and others, "SandTable", EuroSys 2024).
   */
  @ParameterizedTest(name = "{0} shows in at most {2} steps")
  @CsvSource({
    "raft/flaw-r01-commit-by-counting, raft/commit-own-term, 32",
    "raft/flaw-r07-old-vote, raft/election-safety, 17",
    "raft/flaw-r13-match-set-back, raft/match-grows, 22",
    "raft/flaw-r14-stuck-commit, raft/commit-follows-majority, 32",
    "raft/flaw-r24-read-without-quorum, linearizable, 22",
  })
  void whatIsLeftIsShortPassesWithoutTheBugAndReadsBackEqual(String name, String check, int steps) {
    Scenario failing = Failing.library(name);
    Minimal minimal = Failing.shrink(failing);
    Scenario scenario = minimal.scenario();

    assertThat(minimal.violation().check()).isEqualTo(check);
    assertThat(minimal.steps()).hasSizeLessThanOrEqualTo(steps);
    assertThat(scenario.faults().size() + scenario.operations().size()).isLessThanOrEqualTo(4);
    assertThat(Tolerance.permits(scenario, Failing.PROTOCOLS)).isTrue();
    assertThat(minimal.end()).isEqualTo(Minimal.End.SMALLEST);

    String text = MinimalText.of(minimal, Failing.PROTOCOLS, "./faultline replay minimal.yaml");
    assertThat(Failing.text(text)).as(text).isEqualTo(scenario);
    assertThat(run(scenario).violations().getFirst().check()).isEqualTo(check);
    assertThat(run(withoutFlaw(scenario)).verdict()).as(text).isEqualTo(Verdict.PASS);
  }

  @Test
  void theSameScenarioGivesTheSameResult() {
    Scenario failing = Failing.library("raft/flaw-r13-match-set-back");

    assertThat(Failing.shrink(failing)).isEqualTo(Failing.shrink(failing));
  }

  @Test
  void fewRunsGiveALargerResultAndSaySo() {
    Shrinker hasty = new Shrinker(Failing.PROTOCOLS, "9.9", new Effort(10, Duration.ofMinutes(10)));
    Minimal minimal = hasty.shrink(Failing.library("raft/flaw-r13-match-set-back")).orElseThrow();

    assertThat(minimal.runs()).isBetween(1L, 10L);
    assertThat(minimal.end()).isEqualTo(Minimal.End.OUT_OF_RUNS);
    assertThat(minimal.violation().check()).isEqualTo("raft/match-grows");
  }

  @Test
  void aLimitOfTimeOnlyCuts() {
    Shrinker hurried = new Shrinker(Failing.PROTOCOLS, "9.9", new Effort(10, Duration.ZERO));
    Minimal minimal = hurried.shrink(Failing.library("raft/flaw-r13-match-set-back")).orElseThrow();

    assertThat(minimal.end()).isEqualTo(Minimal.End.OUT_OF_TIME);
    assertThat(minimal.violation().check()).isEqualTo("raft/match-grows");
  }

  @Test
  void whatBreaksNoCheckCannotBeMadeSmall() {
    Shrinker shrinker = new Shrinker(Failing.PROTOCOLS, "9.9", Failing.EFFORT);

    assertThat(shrinker.shrink(Failing.text(CALM + "checks: [raft/election-safety]\n"))).isEmpty();
  }

  @Test
  @DisplayName("a minimal scenario that no longer fails is looked for under other seeds and times")
  void whatWasFoundIsFoundAgain() {
    Minimal minimal = Failing.shrink(Failing.library("raft/flaw-r13-match-set-back"));
    Scenario lost = minimal.scenario().withSeed(4711);
    assertThat(run(lost).violations()).isEmpty();

    Minimal again = Failing.shrink(lost);

    assertThat(again.violation().check()).isEqualTo("raft/match-grows");
    assertThat(Found.isMissedBy(run(again.scenario()))).isFalse();
  }

  private static Scenario withoutFlaw(Scenario scenario) {
    return scenario.edited(draft -> draft.system = draft.system.withFlaw(Optional.empty()));
  }

  private static RunResult run(Scenario scenario) {
    PreparedRun run = scenario.prepare(Failing.PROTOCOLS);
    return new Simulation(run.deployment(), run.settings(), run.options()).run();
  }
}
