package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import dev.faultline.cli.terminal.Ink;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and what a wrong command line is answered with. */
class UsageTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  @Test
  void helpGroupsTheCommands() {
    Answer answer = shell.run("--help");

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().lines().filter(line -> line.matches("Run|Find|Understand|Reference")))
        .containsExactly("Run", "Find", "Understand", "Reference");
    assertThat(answer.out())
        .containsSubsequence("\nRun\n  run ", "\n  replay ", "\nUnderstand\n  show ")
        .doesNotContain("twin")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "fuzz",
        "replay",
        "list",
        "validate",
        "show",
        "new",
        "schema",
        "generate-completion"
      })
  void everyHelpHasAnExampleAndTheExitCodes(String command) {
    Answer answer = command.isEmpty() ? shell.run("-h") : shell.run(command, "--help");

    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .containsPattern("\nExamples?:\n  .*faultline " + command)
        .contains(
            """
            Exit codes:
              0    ended as expected
              1    did not end as expected
              2    undecided: a bound was hit, a check gave up, or nothing happened
              3    nondeterminism detected: the same seed gave another run
              4    nothing matched
              64   bad usage or bad scenario
              70   internal error, or results that could not be written
            """);
    assertThat(answer.out().lines()).allMatch(line -> line.length() <= 96);
  }

  @Test
  void theVersionNamesTheCommit() {
    assertThat(shell.run("--version").out()).isEqualTo("faultline 9.9+abc1234\n");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("", "expected a command ('./faultline --help' explains)"),
        mistake("rum x", "there is no command 'rum'; did you mean 'run'? ('./faultline --help'"),
        mistake("run x --sed 3", "there is no option '--sed'; did you mean '--seed'? ('./faultl"),
        mistake("run x --zzzzzzz", "there is no option '--zzzzzzz' ('./faultline run --help' expl"),
        mistake("run", "missing required parameter: 'SCENARIO' ('./faultline run --help' explains"),
        mistake("run x y", "'y' is one argument too many ('./faultline run --help' explains)"),
        mistake("run x --seed abc", "invalid value for option '--seed': 'abc' is not a long ('./f"),
        mistake("run x --seed", "missing required parameter for option '--seed' (N) ('./faultline"),
        mistake(
            "list fauls",
            "expected protocols, services, faults, checks or scenarios, got 'fauls'; did you mean"
                + " 'faults'? ('./faultline list --help' explains)"),
        mistake(
            "new scenari x",
            "expected scenario or protocol, got 'scenari'; did you mean 'scenario'? ('./faultline"));
  }

  private static Arguments mistake(String command, String line) {
    return Arguments.of(command, line);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsAnsweredInOneLine(String command, String line) {
    Answer answer = shell.run(command.isEmpty() ? new String[0] : command.split(" "));

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("faultline: " + line).hasLineCount(1);
  }

  @Test
  void aScenarioThatIsNowhereSuggestsTheNearestOfTheLibrary() {
    shell.write("library/raft/minority-partition.yaml", "name: x");
    Answer answer = shell.run("run", "raft/minority-partitoin");

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err())
        .isEqualTo(
            "raft/minority-partitoin: there is no such file and no such library scenario; did you"
                + " mean 'raft/minority-partition'?\n");
  }

  @Test
  void aFolderWithoutARunIsNoScenario() {
    Answer answer = shell.run("run", folder.toString());

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err())
        .isEqualTo(
            folder
                + ": expected a scenario file, a recorded run or a failure, got a folder without"
                + " scenario.yaml, minimal.yaml, found.yaml\n");
  }

  @Test
  void aClassPathWithoutTheProtocolIsOneLine() {
    Path scenario = shell.scenario(ProbeProtocol.Behaviour.SOUND);
    Answer answer =
        shell.run("run", scenario.toString(), "--classpath", folder.resolve("library").toString());
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err())
        .isEqualTo("--classpath: there is no file '" + folder.resolve("library") + "'\n");

    Answer without = shell.run("run", scenario.toString(), "--classpath", folder.toString());
    assertThat(without.code()).isEqualTo(64);
    assertThat(without.out()).isEmpty();
    assertThat(without.err())
        .startsWith(scenario + ":3:21: system.protocol: expected a protocol on the class path")
        .endsWith("got 'probe'\n");
  }

  @Test
  void aProtocolThatCannotBeMadeIsOneLine() {
    shell.write("broken/META-INF/services/dev.faultline.simulation.Protocol", "no.such.Class");
    Answer answer =
        shell.run("list", "protocols", "--classpath", folder.resolve("broken").toString());

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("no.such.Class").hasLineCount(1);
  }

  @Test
  void helpHasColoursWhereTheTerminalHasThem() {
    assertThat(shell.run("--help").out()).doesNotContain("\u001b");
    assertThat(shell.with(new Ink(true, true)).run("--help").out()).contains("\u001b[");
  }

  @Test
  void theCompletionScriptKnowsTheCommands() {
    Answer answer = shell.run("generate-completion");

    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_faultline")
        .containsPattern("run .*fuzz .*replay .*shrink .*bisect .*list .*new .*generate-completion")
        .contains("--keep-going");
  }
}
