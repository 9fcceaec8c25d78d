package dev.faultline.campaign.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.execution.Progress;
import dev.faultline.execution.Vigil;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoryTest {
  /** The leader of term 1 is cut off, a second one takes a write, the first one answers a read. */
  private static final String STALE_READ =
      """
      seed: 56
      system: { protocol: raft, flaw: R24 }
      operations:
        - { at: 170ms, client: c2, put: { key: k2, value: v1 } }
        - { at: 400ms, client: c1, get: { key: k2 } }
      faults:
        - { at: 170ms, partition: { isolate: n2 } }
      """;

  @Test
  @DisplayName("a read that is answered in the calm after the faults takes steps of that calm")
  void stepsOfTheRecoveryCount() {
    List<Step> early = steps(STALE_READ + "duration: 420ms\nchecks: [linearizable]\n");
    List<Step> late = steps(STALE_READ + "duration: 401ms\nchecks: [linearizable]\n");

    assertThat(early.getLast().facts()).containsExactly("got k2 absent");
    assertThat(late.getLast()).isEqualTo(early.getLast());
    assertThat(late.getLast().time()).isGreaterThan(Duration.ofMillis(401).toNanos());
  }

  @Test
  @DisplayName("what happens after the wrong answer is no step")
  void nothingAfterTheViolationCounts() {
    List<Step> steps = steps(STALE_READ + "duration: 2s\nchecks: [linearizable]\n");

    assertThat(steps.getLast().facts()).containsExactly("got k2 absent");
  }

  private static List<Step> steps(String text) {
    Scenario scenario = Failing.text(text);
    Lab lab =
        new Lab(
            Failing.PROTOCOLS,
            Failure.of("linearizable"),
            candidate -> true,
            Failing.EFFORT,
            Progress.NONE,
            Vigil.NONE);
    return Story.of(new Sample(scenario, lab.run(scenario, Options.DEFAULT)), lab).steps();
  }
}
