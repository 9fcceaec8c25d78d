package dev.faultline.cli;

import static dev.faultline.cli.ProbeProtocol.Behaviour.FORGETTING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code faultline replay}: the same run again, or where it differs. */
class ReplayCommandTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sound/seed-1",
        "sound/seed-1/scenario.yaml",
        "sound/seed-1/result.json",
        "sound/seed-1/checkpoints.txt",
        "sound/latest",
        "sound"
      })
  void aRecordedRunIsNamedByItsFolderOrAFileInIt(String name) {
    shell.probe("run", shell.scenario(SOUND));
    Answer answer = shell.probe("replay", shell.file("out").resolve(name));

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith("PASS  sound  seed 1 ")
        .containsPattern("replayed +the same run: the fingerprint is the recorded one\n");
  }

  @Test
  void aViolationReplays() {
    shell.probe("run", shell.scenario(FORGETTING));
    Answer answer = shell.probe("replay", shell.results("forgetting", 1));

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).contains("the same run").contains("probe/versions-grow  at ");
  }

  @Test
  void aRunThatKeptGoingKeepsGoing() {
    shell.probe("run", shell.scenario(FORGETTING), "--keep-going");

    assertThat(shell.probe("replay", shell.results("forgetting", 1)).out())
        .contains("2 s simulated")
        .contains("the same run");
  }

  @Test
  void rulesThatDrewFaultsReplayAsTheListOfWhatHappened() {
    Path scenario =
        shell.scenario(SOUND, "faults: [{ random: 5/s, for: 10ms..50ms, pause: { target: n1 } }]");
    shell.probe("run", scenario);
    Path recorded = shell.results("sound", 1).resolve("scenario.yaml");

    assertThat(Shell.read(recorded)).contains("pause: { target: n1 }").doesNotContain("random:");
    assertThat(shell.probe("replay", recorded).out()).contains("the same run");
  }

  @Test
  void anotherVersionWarnsAndGoesOn() {
    shell.probe("run", shell.scenario(SOUND));
    Answer answer =
        shell.running(new Version("9.9", "c3d4")).probe("replay", shell.results("sound", 1));

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEqualTo("faultline: recorded with 9.9+abc1234, running 9.9+c3d4\n");
    assertThat(answer.out()).contains("the same run");
  }

  @Test
  void aChangedRunSaysBetweenWhichCheckpointsItParted() throws IOException {
    shell.probe("run", shell.scenarioOfThree(SOUND));
    Path recorded = tamper(shell.results("sound", 1));
    Answer answer = shell.probe("replay", recorded);

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out())
        .containsPattern("replayed +another run: the recorded fingerprint is [0-9a-f]{16}, this")
        .containsPattern("differs +after event [0-9]+ at 0\\.99[0-9] s, by event [0-9]+ at 1\\.0");
  }

  @Test
  void aChangedRunOfAnotherVersionIsNoNondeterminism() throws IOException {
    shell.probe("run", shell.scenarioOfThree(SOUND));
    Path recorded = tamper(shell.results("sound", 1));
    Answer answer = shell.running(new Version("10", "unknown")).probe("replay", recorded);

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEqualTo("faultline: recorded with 9.9+abc1234, running 10\n");
    assertThat(answer.out()).contains("another run");
  }

  /** Makes the second of three operations begin a little later than it did. */
  private static Path tamper(Path results) throws IOException {
    Path scenario = results.resolve("scenario.yaml");
    String text = Shell.read(scenario);
    assertThat(text).contains("{ at: 1s, client: c2");
    Files.writeString(scenario, text.replace("{ at: 1s, client: c2", "{ at: 1001ms, client: c2"));
    return results;
  }

  @Test
  void aTraceNamesTheEventThatDiffers() {
    shell.probe("run", shell.scenario(FORGETTING));
    Path trace = shell.results("forgetting", 1).resolve("trace.jsonl");
    String text = Shell.read(trace);
    shell.write(
        "out/forgetting/seed-1/trace.jsonl", text.replace("{\"version\":2}", "{\"version\":7}"));
    shell.write(
        "out/forgetting/seed-1/scenario.yaml",
        Shell.read(shell.results("forgetting", 1).resolve("scenario.yaml"))
            .replaceFirst("fingerprint: \"?[0-9a-f]{16}\"?", "fingerprint: \"0000000000000001\""));
    Answer answer = shell.probe("replay", shell.results("forgetting", 1));

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out())
        .containsPattern("first in event [0-9]+ at 0\\.[0-9]+ s:\n")
        .containsPattern("recorded +\\{\"step\":\"fact\".*\"fact\":\\{\"version\":7\\}\\}\n")
        .containsPattern("now +\\{\"step\":\"fact\".*\"fact\":\\{\"version\":2\\}\\}\n");
  }

  @Test
  void checkpointsOfAnotherFormAreBadInput() {
    shell.probe("run", shell.scenario(SOUND));
    Path file = shell.write("out/sound/seed-1/checkpoints.txt", "stops-at-violation\nnonsense\n");
    Answer answer = shell.probe("replay", shell.results("sound", 1));

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).isEqualTo(file + " is not a list of checkpoints\n");
  }

  @Test
  void withoutCheckpointsARunStillReplays() throws IOException {
    shell.probe("run", shell.scenario(SOUND));
    Files.delete(shell.results("sound", 1).resolve("checkpoints.txt"));

    assertThat(shell.probe("replay", shell.results("sound", 1)).out()).contains("the same run");
  }

  @Test
  void aScenarioIsNoRun() {
    Path scenario = shell.scenario(SOUND);
    Answer answer = shell.probe("replay", scenario);

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .isEqualTo(
            scenario
                + ": expected a recorded run, got a scenario; './faultline run "
                + scenario
                + "' runs it\n");
  }

  @Test
  void runTakesARecordedRunToo() {
    shell.probe("run", shell.scenario(SOUND));
    Answer answer = shell.probe("run", shell.results("sound", 1), "--no-files");

    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("PASS  sound  seed 1 ");
  }
}
