package dev.faultline.campaign.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.execution.Progress;
import dev.faultline.execution.Vigil;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WitnessesTest {
  /**
   * An entry of term 5 is committed; n4 leads in term 9, and in term 10 n1, who lacks the entry.
   */
  private static final String LOST_ENTRY =
      """
      seed: 43
      duration: 1s
      system: { protocol: raft, nodes: 5, config: { electionTimeout: 15ms..30ms, heartbeat: 5ms }, flaw: R06 }
      network: { latency: { lognormal: { median: 3.2ms, p99: 64ms } }, loss: 2.5%, duplicate: 0.46%, fifo: true }
      checks: [raft/leader-completeness]
      """;

  @Test
  @DisplayName("of what a run without the flaw reaches in another order, not all is asked for")
  void keepsTheOrder() {
    List<String> reached = List.of("b", "a", "x", "c", "b");

    assertThat(Witnesses.inOrder(List.of("a", "b", "c"), reached)).containsExactly("a", "b");
    assertThat(Witnesses.inOrder(List.of("a", "y", "c"), reached)).containsExactly("a", "c");
    assertThat(Witnesses.inOrder(List.of("c", "c"), reached)).containsExactly("c");
  }

  @Test
  @DisplayName("who comes to lead between the facts that contradict each other is not asked for")
  void theLastFactsMayBeDueToTheBug() {
    Scenario scenario = Failing.text(LOST_ENTRY);
    Lab lab =
        new Lab(
            Failing.PROTOCOLS,
            Failure.of("raft/leader-completeness"),
            candidate -> true,
            Failing.EFFORT,
            Progress.NONE,
            Vigil.NONE);
    Sample sample = new Sample(scenario, lab.run(scenario, Options.DEFAULT));

    assertThat(new Witnesses(sample, lab).words())
        .containsExactly(
            "n4 became leader of term 2",
            "n1 became leader of term 4",
            "n5 became leader of term 5",
            "n5 committed entry 3 of term 5 in term 5",
            "n1 became leader of term 10");
  }
}
