package dev.faultline.cli;

import static dev.faultline.cli.ProbeProtocol.Behaviour.FORGETTING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SILENT;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SOUND;
import static dev.faultline.cli.ProbeProtocol.Behaviour.THROWING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import dev.faultline.cli.terminal.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code faultline run}: verdicts, exit codes, what is printed and what is written. */
class RunCommandTest {
  private static final List<String> CHARTS =
      List.of("availability.png", "availability.svg", "latency.png", "latency.svg");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  private Answer run(Path scenario, String... more) {
    return shell.probe("run", scenario, more);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  // Verdicts.

  @Test
  void aSoundRunPasses() {
    Answer answer = run(shell.scenario(SOUND), "--no-files");

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().lines().findFirst().orElseThrow())
        .startsWith("PASS  sound  seed 1   2 s simulated in ")
        .endsWith(" events");
    assertThat(answer.out())
        .containsPattern("operations +[0-9]+ ok · 0 failed · 0 unknown\n")
        .containsPattern("latency +p50 .* ms · p90 .* ms · p99 .* ms · max .* ms\n")
        .containsPattern("availability +100 % · no outage\n")
        .containsPattern("checks +held +.*probe")
        .containsPattern("faults +none\n")
        .containsPattern("fingerprint +[0-9a-f]{16}\n")
        .endsWith(
            "  replay        ./faultline run "
                + folder.resolve("sound.yaml")
                + " --seed 1 --classpath "
                + folder.resolve("classpath")
                + "\n");
  }

  @Test
  void aBrokenRuleShowsTheFactsThatContradictEachOther() {
    Answer answer = run(shell.scenario(FORGETTING), "--no-files");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .startsWith("VIOLATION  forgetting  seed 1   stopped at ")
        .containsPattern("  probe/versions-grow  at 0\\.[0-9]{3} s, event [0-9]+\n")
        .contains("    Wrote[version=3] comes after Wrote[version=4]\n")
        .containsPattern(
            "\n    0\\.[0-9]{3} s  n1  event [0-9]+  Wrote\\[version=4\\]"
                + "\n    0\\.[0-9]{3} s  n1  event [0-9]+  Wrote\\[version=3\\]\n")
        .containsPattern("checks +broken +probe/versions-grow\n");
  }

  @Test
  void theFaultsBeforeAViolationAreTold() {
    Path scenario =
        shell.scenario(
            FORGETTING,
            "faults:",
            "  - { at: 10ms, for: 20ms, pause: { target: n1 } }",
            "  - { at: 1900ms, for: 20ms, pause: { target: n1 } }");

    assertThat(run(scenario, "--no-files").out())
        .containsPattern("faults +0\\.01–0\\.03 s  pause n1\n")
        .doesNotContain("1.9 s", "1.9–");
  }

  @Test
  void aHandlerThatThrowsIsAViolationWithItsStack() {
    Answer answer = run(shell.scenario(THROWING), "--no-files");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith("VIOLATION  throwing")
        .contains("n1 threw java.lang.IllegalStateException: five is too many while handling")
        .contains("      at dev.faultline.cli.ProbeProtocol$Server.receive(ProbeProtocol.java:");
  }

  @Test
  void aRunWithoutASuccessIsUndecided() {
    Answer answer = run(shell.scenario(SILENT, "recovery: false"), "--no-files");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out())
        .startsWith("UNDECIDED  silent")
        .containsPattern("undecided +no operation succeeded\n");
  }

  @Test
  void anExpectedViolationIsAsExpected() {
    Path scenario = shell.scenario(FORGETTING, "expect: { violation: probe/versions-grow }");
    Answer answer = run(scenario, "--no-files");

    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .startsWith("VIOLATION, as expected  forgetting")
        .containsPattern("expected +violation: probe/versions-grow\n");
  }

  @Test
  void aPassWhereAViolationWasExpectedIsNot() {
    Path scenario = shell.scenario(SOUND, "expect: { violation: probe/versions-grow }");
    Answer answer = run(scenario, "--no-files");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .startsWith("PASS, not as expected  sound")
        .containsPattern("expected +violation: probe/versions-grow\n");
  }

  @Test
  void keepGoingGoesOnToTheEnd() {
    Answer answer = run(shell.scenario(FORGETTING), "--keep-going", "--no-files");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .startsWith("VIOLATION  forgetting  seed 1   2 s simulated")
        .endsWith(" --keep-going\n");
  }

  @Test
  void seedAndOverridesDecideTheRunAndStandInTheReplayCommand() {
    Path scenario = shell.scenario(SOUND);
    Answer answer = run(scenario, "--seed", "-7", "--set", "about=it's", "--no-files");

    assertThat(answer.out())
        .startsWith("PASS  sound  seed -7 ")
        .contains(" --seed -7 --set 'about=it'\\''s' --classpath ");
    assertThat(fingerprint(answer)).isNotEqualTo(fingerprint(run(scenario, "--no-files")));
  }

  private static String fingerprint(Answer answer) {
    return answer.out().lines().filter(line -> line.contains("fingerprint")).findFirst().get();
  }

  @Test
  void faultsBeyondTheBudgetAreToldBeforeTheRun() {
    Path scenario =
        shell.scenario(SOUND, "faults: [{ at: 1s, for: 100ms, pause: { target: n1 } }]");
    Answer answer = run(scenario, "--no-files", "--json");

    assertThat(answer.err())
        .isEqualTo(
            "faultline: warning: the faults can stop 1 of 1 nodes at 1 s; probe tolerates 0\n");
    assertThat(json(answer.out()).get("verdict").asString()).isEqualTo("pass");
  }

  // JSON.

  @Test
  void jsonIsOneObjectWithExactlyTheseKeys() {
    Answer answer = run(shell.scenario(FORGETTING), "--json", "--no-files");
    JsonNode result = json(answer.out());

    assertThat(answer.out()).startsWith("{\n").endsWith("\n}\n");
    assertThat(keys(result))
        .containsExactly(
            "scenario",
            "seed",
            "version",
            "verdict",
            "expected",
            "fingerprint",
            "simulatedMillis",
            "wallMillis",
            "events",
            "messages",
            "operations",
            "latencyMillis",
            "availability",
            "violations",
            "checks",
            "replay");
    assertThat(keys(result.get("operations"))).containsExactly("ok", "failed", "unknown");
    assertThat(keys(result.get("latencyMillis"))).containsExactly("p50", "p90", "p99", "max");
    assertThat(keys(result.get("availability"))).containsExactly("share", "outages");
    assertThat(keys(result.get("violations").get(0)))
        .containsExactly("check", "message", "timeMillis", "event");
    assertThat(keys(result.get("checks").get(0))).containsExactly("name", "verdict", "evaluations");
    assertThat(result.get("seed").isString()).isTrue();
    assertThat(result.get("fingerprint").asString()).matches("[0-9a-f]{16}");
    assertThat(result.get("version").asString()).isEqualTo("9.9+abc1234");
    assertThat(result.get("verdict").asString()).isEqualTo("violation");
    assertThat(result.get("expected").asString()).isEqualTo("pass");
  }

  private static List<String> keys(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  @Test
  void latencyIsNullWhereNothingSucceeded() {
    Answer answer = run(shell.scenario(SILENT, "recovery: false"), "--json", "--no-files");

    assertThat(json(answer.out()).get("latencyMillis").get("p50").isNull()).isTrue();
  }

  @Test
  void outagesAndTimesAreExact() {
    Path scenario =
        shell.scenario(
            SILENT,
            "recovery: false",
            "operations:",
            "  - { at: 250us, client: c1, write: { value: v1 } }");
    JsonNode result = json(run(scenario, "--json", "--no-files").out());

    JsonNode outage = result.get("availability").get("outages").get(0);
    assertThat(outage.get("fromMillis").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(result.get("simulatedMillis").toString()).isEqualTo("2000");
    assertThat(result.get("availability").get("share").toString()).isEqualTo("0");
  }

  // Files.

  @Test
  void aRunLeavesItsFiles() {
    run(shell.scenario(SOUND));

    assertThat(names(shell.results("sound", 1)))
        .containsAll(CHARTS)
        .contains("result.json", "scenario.yaml", "history.jsonl", "checkpoints.txt")
        .doesNotContain("trace.jsonl");
    assertThat(names(shell.file("out/sound"))).containsExactlyInAnyOrder("seed-1", "latest");
    assertThat(shell.file("out/sound/latest/result.json")).exists();
  }

  @Test
  void resultJsonIsTheObjectThatJsonPrints() {
    Answer answer = run(shell.scenario(SOUND), "--json");

    assertThat(answer.out())
        .isEqualTo(Shell.read(shell.results("sound", 1).resolve("result.json")));
  }

  @Test
  void theHistoryHasALineForEachOperation() {
    JsonNode result = json(run(shell.scenario(SOUND), "--json").out());
    List<String> lines =
        Shell.read(shell.results("sound", 1).resolve("history.jsonl")).lines().toList();

    List<String> probes = lines.stream().filter(line -> line.contains("-probe-")).toList();
    assertThat(probes).isNotEmpty();
    assertThat(lines).hasSize(result.get("operations").get("ok").asInt() + probes.size());
    JsonNode first = json(lines.getFirst());
    assertThat(first.get("outcome").asString()).isEqualTo("ok");
    assertThat(first.get("completedNanos").asLong())
        .isGreaterThan(first.get("invokedNanos").asLong());
  }

  @Test
  void aViolationLeavesATraceUpToIt() {
    Answer answer = run(shell.scenario(FORGETTING));
    List<String> lines =
        Shell.read(shell.results("forgetting", 1).resolve("trace.jsonl")).lines().toList();

    assertThat(answer.out())
        .contains("trace.jsonl has all " + (lines.size() - 1) + " steps up to the violation\n");
    assertThat(lines.getLast()).contains("\"step\":\"fact\"").contains("{\"version\":3}");
  }

  @Test
  void aSecondRunReplacesTheFirst() {
    run(shell.scenario(FORGETTING));
    run(shell.scenario(SOUND, "# name"), "--set", "name=forgetting");

    assertThat(names(shell.results("forgetting", 1))).doesNotContain("trace.jsonl");
    assertThat(names(shell.file("out/forgetting"))).containsExactlyInAnyOrder("seed-1", "latest");
  }

  @Test
  void aHandlerThatNeverReturnsEndsTheRun() {
    Answer answer =
        shell.probe(
            "run", shell.scenario(ProbeProtocol.Behaviour.LOOPING), "--hang-after", "200ms");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .startsWith("faultline: a handler of seed 1 never returned, after event ")
        .contains("at dev.faultline.cli.ProbeProtocol$Server.loop")
        .doesNotContain("node.Machine");
  }

  @Test
  void aPatienceIsATime() {
    Answer answer =
        shell.probe("run", shell.scenario(ProbeProtocol.Behaviour.SOUND), "--hang-after", "0s");

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("--hang-after: expected a time above 0, got '0s'");
  }

  @Test
  void anUnwritableFolderChangesNoVerdict() throws IOException {
    Path scenario = shell.scenario(SOUND);
    Path file = Files.writeString(folder.resolve("file"), "");
    Answer answer =
        shell.probe("run", scenario, "--no-files", "--json"); // what is printed without files
    Answer blocked =
        shell.run(
            "run",
            scenario.toString(),
            "--classpath",
            folder.resolve("classpath").toString(),
            "--json",
            "--out",
            file.resolve("below").toString());

    assertThat(blocked.code()).isEqualTo(70);
    assertThat(blocked.err())
        .startsWith("faultline: cannot write " + file.resolve("below/sound/seed-1") + ": ")
        .hasLineCount(1);
    assertThat(json(blocked.out()).get("verdict")).isEqualTo(json(answer.out()).get("verdict"));
  }

  @Test
  void noFilesMeansNone() {
    run(shell.scenario(FORGETTING), "--no-files");

    assertThat(shell.file("out")).doesNotExist();
    assertThat(Path.of("faultline-out")).doesNotExist();
  }

  private static List<String> names(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  // Looks.

  @Test
  void withoutUnicodeEverythingIsAscii() {
    Answer answer = shell.with(Ink.PLAIN).probe("run", shell.scenario(SOUND), "--no-files");

    assertThat(answer.out().chars()).allMatch(c -> c < 128);
    assertThat(answer.out()).contains(" ok | 0 failed | 0 unknown");
  }

  @Test
  void coloursOnlyWhereTheTerminalHasThem() {
    Path scenario = shell.scenario(SOUND);

    assertThat(shell.probe("run", scenario, "--no-files").out()).doesNotContain("\u001b");
    assertThat(shell.with(new Ink(true, true)).probe("run", scenario, "--no-files").out())
        .startsWith("\u001b[1;32mPASS\u001b[0m  ");
  }
}
