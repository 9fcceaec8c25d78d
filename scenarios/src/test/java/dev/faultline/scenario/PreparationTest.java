package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Invariant;
import dev.faultline.check.Validation;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.RunSettings;
import dev.faultline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From scenarios to runs, and from runs back to scenarios. */
class PreparationTest {
  private static final String SYSTEM = "system: { protocol: toy, nodes: 5 }\n";

  @TempDir private Path folder;

  @Test
  void actionsAndRulesGoTheirWays() throws IOException {
    RunSettings settings =
        prepare(
                """
                seed: 9
                faults:
                  - { at: 1s, crash: { target: n1 } }
                  - { every: 5s, for: 1s, crash: { target: n2 } }
                """)
            .settings();
    assertThat(settings.seed()).isEqualTo(9);
    assertThat(settings.actions()).extracting("id").containsExactly("crash-1s");
    assertThat(settings.rules()).extracting("id").containsExactly("crash-every-5s");
    assertThat(settings.replayed()).isFalse();
  }

  @Test
  void onlyWhatIsAskedForIsJudged() throws IOException {
    PreparedRun all = prepare("workload: {}\n");
    assertThat(all.invariants())
        .extracting(Invariant::name)
        .containsExactly("toy/one-leader", "toy/no-loss");
    assertThat(all.validations()).extracting(Validation::name).containsExactly("linearizable");
    PreparedRun one =
        prepare("checks: [toy/no-loss, { latency: { p99: \"< 1s\" } }]\nworkload: {}\n");
    assertThat(one.invariants()).extracting(Invariant::name).containsExactly("toy/no-loss");
    assertThat(one.validations()).extracting(Validation::name).containsExactly("latency.p99");
    assertThat(one.options().invariants()).contains(one.invariants());
  }

  @Test
  void everyRunHasJudgesOfItsOwn() throws IOException {
    Scenario scenario = load(SYSTEM);
    PreparedRun first = scenario.prepare(ToyProtocol.INSTALLED);
    PreparedRun second = scenario.prepare(ToyProtocol.INSTALLED);
    assertThat(first.deployment()).isNotSameAs(second.deployment());
    assertThat(first.invariants().getFirst()).isNotSameAs(second.invariants().getFirst());
  }

  @Test
  void aRecordingRunsAsItWasRecorded() throws IOException {
    Protocols installed = Protocols.installed();
    Scenario scenario =
        load(
            """
            system: { protocol: raft, nodes: 3 }
            duration: 4s
            network: { latency: 1ms..9ms, loss: 2%, duplicate: 2% }
            workload: { rate: 50/s, clients: 3 }
            faults:
              - { random: 30/m, for: 100ms..400ms, crash: { target: leader } }
              - { on: { disk: before-sync, nth: 9 }, for: 300ms, pause: { target: follower } }
            """,
            installed);
    RunResult result = run(scenario.withSeed(77), installed);
    assertThat(result.actions()).as("faults that happened").hasSizeGreaterThan(1);

    String printed =
        new ScenarioWriter(installed).print(scenario.recording(result, "1.2"), Optional.empty());
    Scenario recording = load(printed, installed);
    assertThat(recording.seed()).isEqualTo(77);
    assertThat(recording.recorded()).contains(new Recording("1.2", result.fingerprint()));

    RunResult replay = run(recording, installed);
    assertThat(replay.fingerprint()).isEqualTo(result.fingerprint());
    assertThat(replay.history()).isEqualTo(result.history());
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, , true, false, false, false",
    "UNDECIDED, , false, true, false, false",
    "VIOLATION, toy/no-loss, false, false, true, true",
    "VIOLATION, liveness, false, false, true, false"
  })
  void expectationsAreMet(
      Verdict verdict, String check, boolean pass, boolean undecided, boolean any, boolean one) {
    RunResult result = result(verdict, check);
    assertThat(new Expectation.Pass().metBy(result)).isEqualTo(pass);
    assertThat(new Expectation.Undecided().metBy(result)).isEqualTo(undecided);
    assertThat(new Expectation.Broken(Optional.empty()).metBy(result)).isEqualTo(any);
    assertThat(new Expectation.Broken(Optional.of("toy/no-loss")).metBy(result)).isEqualTo(one);
  }

  private PreparedRun prepare(String text) throws IOException {
    return load(SYSTEM + text).prepare(ToyProtocol.INSTALLED);
  }

  private Scenario load(String text) throws IOException {
    return load(text, ToyProtocol.INSTALLED);
  }

  private Scenario load(String text, Protocols protocols) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    return new ScenarioLoader(protocols).load(file, List.of());
  }

  private static RunResult run(Scenario scenario, Protocols protocols) {
    PreparedRun run = scenario.prepare(protocols);
    return new Simulation(run.deployment(), run.settings(), run.options()).run();
  }

  private static RunResult result(Verdict verdict, String broken) {
    List<Violation> violations =
        broken == null
            ? List.of()
            : List.of(new Violation(broken, "broken", 0, 0, List.of(), Optional.empty()));
    return new RunResult(
        1,
        verdict,
        violations,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        0,
        0,
        0,
        0,
        0,
        List.of(),
        List.of());
  }
}
