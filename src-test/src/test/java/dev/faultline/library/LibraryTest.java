package dev.faultline.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Verdict;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
  private static final Path LIBRARY =
      Path.of(System.getProperty("faultline.root", ".")).resolve("scenarios/library");
  private static final Protocols PROTOCOLS = Protocols.installed();

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(LIBRARY)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Scenario load(Path file) {
    return new ScenarioLoader(PROTOCOLS).load(file, List.of());
  }

  private static RunResult run(PreparedRun run) {
    Options options = Options.DEFAULT.checking(Optional.of(run.invariants()), run.validations());
    return new Simulation(run.deployment(), run.settings(), options).run();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void endsAsItSays(Path file) {
    PreparedRun prepared = load(file).prepare(PROTOCOLS);
    RunResult result = run(prepared);
    assertThat(prepared.expectation().metBy(result))
        .as(() -> result.verdict() + " " + result.violations() + " " + result.undecided())
        .isTrue();
    assertThat(result.verdict()).isNotEqualTo(Verdict.UNDECIDED);
    assertThat(result.history()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void promisesHoldForOtherSeedsToo(Path file) {
    Scenario scenario = load(file);
    if (scenario.expect() instanceof Expectation.Pass) {
      for (long seed = 101; seed <= 103; seed++) {
        RunResult result = run(scenario.withSeed(seed).prepare(PROTOCOLS));
        assertThat(result.verdict())
            .as("seed %d: %s %s", seed, result.violations(), result.undecided())
            .isEqualTo(Verdict.PASS);
      }
    }
  }

  @Test
  @DisplayName("the names of scenarios are different, and each says what it is about")
  void namesAndSubjects() throws IOException {
    List<Scenario> all = scenarios().stream().map(LibraryTest::load).toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(14);
    assertThat(all).extracting(Scenario::name).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(scenario -> assertThat(scenario.about()).hasSizeGreaterThan(30));
  }
}
