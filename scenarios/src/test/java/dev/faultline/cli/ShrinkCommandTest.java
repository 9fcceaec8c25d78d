package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkCommandTest {
  private static final Path MATCH_SET_BACK =
      Path.of("library/raft/flaw-r13-match-set-back.yaml").toAbsolutePath();

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  private Answer shrink(Path failure, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "shrink";
    arguments[1] = failure.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return shell.run(arguments);
  }

  @Test
  void writesTheMinimalScenarioAndTellsHowSmallItIs() {
    Path file = folder.resolve("new/minimal.yaml");
    Answer answer = shrink(MATCH_SET_BACK, "--out", file.toString());

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith("raft/match-grows\n  in term 1, leader n")
        .containsPattern("before +1 fault · 24 operations · 3 servers · fails at 0.249 s")
        .containsPattern("after +0 faults · 1 operation · 3 servers · fails at 0\\.[0-9]+ s")
        .containsPattern("steps +(1[0-9]|2[0-2]) have to happen")
        .contains("./faultline replay " + file)
        .doesNotContain("cut short");
    assertThat(Shell.read(file))
        .startsWith("# raft/match-grows is broken: in term 1, leader n")
        .contains("# Run it: ./faultline replay " + file)
        .contains("\nname: raft-flaw-r13-match-set-back-minimal\n")
        .contains("\nfound:\n  check: raft/match-grows\n")
        .containsPattern(
            "# What has to happen, in (1[0-9]|2[0-2]) steps; all other messages can be lost:\n");
  }

  @Test
  void theFileCanBeRunAndReplayed() {
    Path file = folder.resolve("minimal.yaml");
    shrink(MATCH_SET_BACK, "--out", file.toString(), "--shrink-runs", "400");

    Answer replay = shell.run("replay", file.toString());
    assertThat(replay.code()).isEqualTo(1);
    assertThat(replay.out()).contains("raft/match-grows is broken, as it was found");
    assertThat(shell.run("run", file.toString(), "--no-files").code()).isEqualTo(1);

    Answer mended = shell.run("run", file.toString(), "--no-files", "--set", "system.flaw=null");
    assertThat(mended.code()).isZero();
    assertThat(mended.out()).startsWith("PASS");
  }

  @Test
  void aScenarioThatHasStoppedTestingNamesTheCommandThatShrinksAgain() {
    Path file = folder.resolve("minimal.yaml");
    shrink(MATCH_SET_BACK, "--out", file.toString(), "--shrink-runs", "400");

    Answer lost =
        shell.run(
            "run",
            file.toString(),
            "--no-files",
            "--set",
            "system.flaw=null",
            "--set",
            "found.witness[0]=n1 became leader of term 77");
    assertThat(lost.code()).isEqualTo(2);
    assertThat(lost.out())
        .startsWith("UNDECIDED")
        .contains("no longer reaches \"n1 became leader of term 77\"")
        .contains("shrink again  ./faultline shrink " + file);
  }

  @Test
  void aCutShortResultSaysSo() {
    Path file = folder.resolve("minimal.yaml");
    Answer answer = shrink(MATCH_SET_BACK, "--out", file.toString(), "--shrink-runs", "5");

    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("all runs were used; --shrink-runs allows more");
    assertThat(Shell.read(file))
        .doesNotContain("Nothing simpler")
        .contains("the search was cut short");
  }

  @Test
  void whatBreaksNoCheckIsLeftAlone() {
    Path calm =
        shell.write(
            "calm.yaml",
            "duration: 1s\nsystem: { protocol: raft }\nchecks: [raft/election-safety]\n");
    Answer answer = shrink(calm, "--out", folder.resolve("minimal.yaml").toString());

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err())
        .isEqualTo("faultline: " + calm + ": breaks no check, so there is nothing to make small\n");
    assertThat(folder.resolve("minimal.yaml")).doesNotExist();
  }

  @Test
  void aSmallerScenarioThatNeverEndsIsSaid() {
    Path failure = shell.scenarioOfAReadThatMatters();

    Answer answer = shell.probe("shrink", failure, "--hang-after", "200ms");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .startsWith("faultline: " + failure + " stays as it is: a run that was tried never ended\n")
        .containsPattern("\nfaultline: a handler of seed [0-9]+ never returned, after event ")
        .contains("at dev.faultline.cli.ProbeProtocol$Server.loop");
  }

  @Test
  void theResultGoesIntoTheFolderOfTheFailure() throws Exception {
    Path recorded = shell.write("run/scenario.yaml", Files.readString(MATCH_SET_BACK));
    Answer answer = shrink(recorded.getParent(), "--shrink-runs", "5");

    assertThat(answer.code()).isZero();
    assertThat(folder.resolve("run/minimal.yaml")).exists();
    assertThat(recorded).hasSameTextualContentAs(MATCH_SET_BACK);
  }
}
