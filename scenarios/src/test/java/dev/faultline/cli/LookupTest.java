package dev.faultline.cli;

import static dev.faultline.cli.ProbeProtocol.Behaviour.SOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The commands that look without running: show, validate, list, schema. */
class LookupTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  @Test
  void aProtocolIsListedWithItsSettings() {
    Answer answer = shell.run("list", "protocols");

    assertThat(answer.out())
        .contains("config electionTimeout (150ms..300ms): How long")
        .contains("config entriesPerAppend (64): The most log entries");
  }

  @Test
  void showPrintsAScenarioAsItIsWritten() {
    Path scenario = shell.scenario(SOUND, "# mine");

    assertThat(shell.probe("show", scenario).out()).isEqualTo(Shell.read(scenario));
  }

  @Test
  void showEffectiveFillsEveryDefaultInAndReadsBack() {
    Path scenario = shell.scenario(SOUND);
    Answer answer = shell.probe("show", scenario, "--effective");
    Path effective = shell.write("effective.yaml", answer.out());

    assertThat(answer.out()).contains("loss: 0%").contains("timeout: ").contains("expect: pass");
    assertThat(shell.probe("show", effective, "--effective").out()).isEqualTo(answer.out());
  }

  @Test
  void overridesShowInTheEffectiveScenario() {
    Answer answer =
        shell.probe("show", shell.scenario(SOUND), "--seed", "5", "--set", "network.loss=2%");

    assertThat(answer.out()).contains("seed: 5\n").contains("loss: 2%");
  }

  @Test
  void whatACampaignDrawsForASeedCanBeShownAndRun() {
    Path scenario = shell.scenario(SOUND, "fuzz: { nodes: 3, faults: [] }");
    Answer answer = shell.probe("show", scenario, "--swarm", "--seed", "5");
    Path drawn = shell.write("drawn.yaml", answer.out());

    assertThat(answer.out()).contains("seed: 5\n").contains("nodes: 3,").doesNotContain("fuzz:");
    String swarm = shell.probe("run", scenario, "--swarm", "--seed", "5", "--no-files").out();
    assertThat(swarm).contains(" --seed 5 --swarm ");
    assertThat(fingerprint(swarm))
        .isEqualTo(fingerprint(shell.probe("run", drawn, "--no-files").out()))
        .isNotEqualTo(fingerprint(shell.probe("run", scenario, "--no-files").out()));
  }

  private static String fingerprint(String summary) {
    return summary.lines().filter(line -> line.contains("fingerprint")).findFirst().orElseThrow();
  }

  @Test
  void aLibraryScenarioIsFoundByItsName() {
    shell.write("library/probe/calm.yaml", Shell.read(shell.scenario(SOUND)));

    assertThat(shell.run("show", "probe/calm", "--classpath", classPath()).out())
        .startsWith("name: sound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"failure", "failure/failure.txt", "failure/minimal.yaml"})
  void aFailureIsFoundByItsFolderOrAFileInIt(String name) {
    shell.write("failure/failure.txt", "raft/election-safety");
    shell.write("failure/found.yaml", "name: large");
    shell.write("failure/minimal.yaml", Shell.read(shell.scenario(SOUND)));

    assertThat(shell.probe("show", shell.file(name)).out()).startsWith("name: sound");
  }

  @Test
  void aFailureThatIsNotMinimalIsFoundToo() {
    shell.write("failure/found.yaml", Shell.read(shell.scenario(SOUND)));

    assertThat(shell.probe("show", shell.file("failure")).out()).startsWith("name: sound");
  }

  @Test
  void aFileGoesBeforeALibraryScenario() {
    shell.write("library/calm.yaml", "name: library");
    Path file = shell.write("calm", Shell.read(shell.scenario(SOUND)));

    assertThat(shell.probe("show", file).out()).startsWith("name: sound");
  }

  @Test
  void validateTellsOfEachScenario() {
    Path good = shell.scenario(SOUND);
    Path bad = shell.write("bad.yaml", Shell.read(good).replace("duration: 2s", "duration: 2"));
    Answer answer = shell.probe("validate", good, bad.toString());

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.out()).isEqualTo("ok  " + good + "  (sound)\n");
    assertThat(answer.err())
        .startsWith(bad + ":2:11: duration: expected a duration")
        .hasLineCount(1);
  }

  @Test
  void aGoodScenarioValidates() {
    assertThat(shell.probe("validate", shell.scenario(SOUND)).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "protocols, For tests of the command line.",
    "services, Compare-and-set: replaces",
    "faults, partition     Cuts links",
    "checks, probe/versions-grow",
    "checks, linearizable",
  })
  void listTellsWhatThereIs(String what, String line) {
    Answer answer = shell.run("list", what, "--classpath", classPath());

    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains(line);
    assertThat(answer.out().lines()).allMatch(text -> text.length() <= 96);
  }

  @Test
  void listScenariosTellsWhatTheyShow() {
    shell.write(
        "library/probe/calm.yaml",
        Shell.read(shell.scenario(SOUND)).replace("duration", "about: Nothing happens.\nduration"));
    shell.write("library/broken.yaml", "name: [");
    Answer answer = shell.run("list", "scenarios", "--classpath", classPath());

    assertThat(answer.out().lines())
        .hasSizeGreaterThanOrEqualTo(2)
        .anyMatch(line -> line.matches("  broken +cannot be used: .*"))
        .anyMatch(line -> line.matches("  probe/calm +Nothing happens\\."));
  }

  @Test
  void anEmptyLibraryMatchesNothing() {
    assertThat(shell.run("list", "scenarios").code()).isEqualTo(4);
  }

  @Test
  void theSchemaIsJson() {
    Answer answer = shell.run("schema", "--classpath", classPath());

    assertThat(JsonMapper.shared().readTree(answer.out()).get("$schema").asString())
        .isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThat(answer.out()).contains("How the server behaves.");
  }

  private String classPath() {
    return folder.resolve("classpath").toString();
  }
}
