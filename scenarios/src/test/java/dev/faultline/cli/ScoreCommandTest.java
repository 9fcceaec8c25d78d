package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {
  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void start() {
    shell = Shell.in(folder);
  }

  private Answer small(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "score",
                "raft",
                "--flaws",
                "R13",
                "--campaigns",
                "2",
                "--seeds",
                "60",
                "--clean-seeds",
                "3",
                "--no-shrink",
                "--strategies",
                "random,coverage",
                "--base-seed",
                "1"));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }

  @Test
  @DisplayName("known bugs are found, the correct protocol is not blamed, and both are written")
  void writes() {
    Path out = folder.resolve("score");
    Answer answer = small("--out", out.toString());
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isEqualTo(ExitCode.AS_EXPECTED);
    assertThat(answer.out())
        .isEqualTo(Shell.read(out.resolve("raft.md")))
        .contains("raft/match-grows 2×")
        .contains("./faultline score raft --flaws R13 --campaigns 2")
        .contains("| random | 3 | 0 |");
    JsonNode json = JsonMapper.shared().readTree(Shell.read(out.resolve("raft.json")));
    assertThat(json.get("flaws")).hasSize(2);
    assertThat(json.get("flaws").get(0).get("hunts")).hasSize(2);
    assertThat(json.get("correct").get(1).get("strategy").asString()).isEqualTo("coverage");
  }

  @Test
  @DisplayName("but for times, the number of jobs makes no difference")
  void jobs() {
    assertThat(timeless(small("--json", "--jobs", "1").out()))
        .isEqualTo(timeless(small("--json", "--jobs", "3").out()));
  }

  private static List<String> timeless(String json) {
    return json.lines()
        .filter(line -> !line.contains("wallMillis") && !line.contains("\"command\""))
        .toList();
  }

  @Test
  @DisplayName("a bug that is missed makes the score wanting")
  void wanting() {
    Answer answer =
        shell.run(
            "score",
            "raft",
            "--flaws",
            "R04",
            "--campaigns",
            "1",
            "--seeds",
            "1",
            "--clean-seeds",
            "0",
            "--strategies",
            "random",
            "--base-seed",
            "1");
    assertThat(answer.code()).isEqualTo(ExitCode.NOT_AS_EXPECTED);
    assertThat(answer.out()).contains("| R04 | > 1 |");
  }

  @Test
  @DisplayName("bad input gets one line")
  void badInput() {
    assertThat(shell.run("score", "raft", "--flaws", "R99"))
        .satisfies(answer -> {
          assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
          assertThat(answer.err()).startsWith("--flaws: raft has no flaw 'R99'; it has R01, R04");
        });
    assertThat(shell.run("score", "paxxos").err()).contains("there is no protocol 'paxxos'");
    assertThat(shell.run("score", "--jobs", "0").err()).contains("--jobs is at least 1, got 0");
    assertThat(shell.run("score", "--strategies", "best").err())
        .contains("expected one of [RANDOM, PCT, COVERAGE]");
  }
}
