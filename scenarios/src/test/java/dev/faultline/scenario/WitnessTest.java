package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Verdict;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario with a witness knows when it has stopped testing for its bug. */
class WitnessTest {
  private static final Protocols PROTOCOLS = Protocols.installed();
  private static final String LEADER = "n2 became leader of term 1";
  private static final String NEVER = "n1 became leader of term 7";

  @TempDir private Path folder;
  private Scenario base;

  /** Under this seed n2 leads first; nobody answers the only client. */
  @BeforeEach
  void load() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("idle.yaml"),
            """
            seed: 64
            duration: 1s
            system: { protocol: raft }
            operations: [{ at: 100ms, client: c1, put: { key: k1, value: v1 } }]
            faults: [{ at: 0s, partition: [[c1], [n1, n2, n3]] }]
            checks: [raft/election-safety]
            recovery: false
            """);
    base = new ScenarioLoader(PROTOCOLS).load(file, List.of());
  }

  @Test
  void aRunThatGetsAsFarAsTheWitnessPasses() {
    RunResult result = run(LEADER, "what must not happen");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(Found.isMissedBy(result)).isFalse();
  }

  @Test
  void aRunThatMissesAFactIsUndecided() {
    RunResult result = run(LEADER, NEVER, "what must not happen");

    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(Found.isMissedBy(result)).isTrue();
    assertThat(result.checks())
        .filteredOn(check -> check.name().equals(Found.WITNESS))
        .extracting(check -> check.why().orElseThrow())
        .containsExactly("no longer reaches \"" + NEVER + "\"");
  }

  @Test
  void factsCountInTheirOrder() {
    String before = "n2 stood for election in term 1";

    assertThat(Found.isMissedBy(run(before, LEADER, "what must not happen"))).isFalse();
    assertThat(Found.isMissedBy(run(LEADER, before, "what must not happen"))).isTrue();
  }

  @Test
  void withAWitnessNoOperationNeedsToSucceed() {
    assertThat(run(base).undecided()).containsExactly("no operation succeeded");
    assertThat(run(LEADER, "what must not happen").undecided()).isEmpty();
  }

  private static RunResult run(Scenario scenario) {
    PreparedRun run = scenario.prepare(PROTOCOLS);
    return new Simulation(run.deployment(), run.settings(), run.options()).run();
  }

  private RunResult run(String... witness) {
    Found found = new Found("raft/election-safety", "1", List.of(witness));
    return run(base.edited(draft -> draft.found = Optional.of(found)));
  }
}
