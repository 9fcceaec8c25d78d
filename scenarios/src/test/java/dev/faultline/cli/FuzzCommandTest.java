package dev.faultline.cli;

import static dev.faultline.cli.ProbeProtocol.Behaviour.COUNTING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.FORGETTING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.INTERRUPTED;
import static dev.faultline.cli.ProbeProtocol.Behaviour.LOOPING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SCATTERING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SILENT;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SOUND;
import static dev.faultline.cli.ProbeProtocol.Behaviour.STARTING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.THREADED;
import static dev.faultline.cli.ProbeProtocol.Behaviour.THROWING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.record.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FuzzCommandTest {
  /** The probe keeps nothing on its disk and answers from one place, so nothing may go wrong. */
  private static final String CALM = "fuzz: { keep: [system, network], faults: [] }";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  @Test
  void aSoundSystemPasses() {
    Answer answer = fuzz(shell.scenario(SOUND, CALM), "--seeds", "30");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .containsPattern("^PASS  sound  30 seeds in .* simulated\n")
        .contains("seeds         30 passed · 0 failed\n")
        .containsPattern("sometimes +(in every seed )?probe/wrote-often")
        .contains("facts         in every seed Wrote\n")
        .contains("gaps          probe/wrote-a-million never happened\n")
        .containsPattern("again +./faultline fuzz .*sound.yaml --seeds 1..30 --classpath ");
  }

  @Test
  void whatIsSetInVainIsSaid() {
    Path scenario = shell.scenario(SOUND, CALM);

    assertThat(fuzz(scenario, "--seeds", "2", "--set", "workload.rate=5/s").err())
        .startsWith("faultline: warning: --set workload.rate=5/s changes nothing in ")
        .endsWith(": it is drawn for each seed; the section fuzz says from what\n");
    assertThat(fuzz(scenario, "--seeds", "2", "--set", "fuzz.rate=5/s").err()).isEmpty();
    assertThat(fuzz(scenario, "--seeds", "2", "--set", "network.latency=3ms").err()).isEmpty();
  }

  @Test
  void anEarlierFailureThatCannotBeReadIsNoPass() throws IOException {
    Path scenario = shell.scenario(SOUND, CALM);
    Path graveyard = folder.resolve("out/sound/fuzz/graveyard");
    Files.createDirectories(graveyard);
    Files.writeString(graveyard.resolve("bad.yaml"), "seed: many\n");

    Answer answer = fuzz(scenario, "--seeds", "2");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).startsWith("UNDECIDED");
    assertThat(answer.out().replaceAll("\\s+", " ")).contains("bad.yaml:1:");
  }

  @Test
  void whatTheScenarioAsksForAndIsNotDrawnIsSaid() {
    Path scenario =
        shell.scenario(SOUND, "fuzz: { keep: [system, network], faults: [drop, wipe] }");

    assertThat(fuzz(scenario, "--seeds", "2").out())
        .containsPattern("note +no wipe is drawn: probe tolerates none\n");
  }

  @Test
  void aFailureIsKeptMadeSmallAndCanBeReplayed() {
    Answer answer = fuzz(shell.scenario(FORGETTING, CALM), "--seeds", "20");

    assertThat(answer.code()).isEqualTo(1);
    Path group = only("forgetting", "probe-versions-grow-");
    assertThat(answer.out())
        .startsWith("VIOLATION  forgetting  20 seeds in ")
        .contains("probe/versions-grow  at ", "] comes after Wrote[version=")
        .contains("replay        ./faultline run " + group.resolve("minimal.yaml") + " ");
    assertThat(group).isDirectoryContaining("glob:**/{minimal.yaml,found.yaml,failure.txt}");
    assertThat(Shell.read(group.resolve("failure.txt")))
        .contains("] comes after Wrote[version=")
        .containsPattern("seeds +1, 2, 3, .* and [0-9]+ more\n")
        .contains("version       9.9+abc1234\n")
        .contains("as found      ./faultline replay " + group.resolve("found.yaml") + " ");
    assertThat(shell.probe("replay", group.resolve("found.yaml")).out())
        .contains("the same run: the fingerprint is the recorded one");
    assertThat(shell.probe("run", group.resolve("minimal.yaml"), "--no-files").code()).isEqualTo(1);
  }

  @Test
  void whatIsFoundDoesNotDependOnTheJobs() {
    Path scenario = shell.scenario(FORGETTING, CALM);
    fuzz(scenario, "--seeds", "20", "--jobs", "1");
    Path group = only("forgetting", "probe-versions-grow-");
    Map<String, String> one = contents(group);

    fuzz(scenario, "--seeds", "20", "--jobs", "3");

    assertThat(contents(group)).isEqualTo(one).hasSize(3);
  }

  @Test
  void onlyTheFirstOfManyGroupsAreMadeSmall() {
    Answer answer = fuzz(shell.scenario(SCATTERING, CALM), "--seeds", "20", "--shrink-runs", "1");

    assertThat(answer.out())
        .containsPattern("note +only the first 10 of (1[1-9]|20) groups of failures were made");
  }

  @Test
  void whatIsKeptAndNotToleratedIsSaidBeforehand() {
    String forGood = "faults: [{ at: 1s, crash: { target: n1 } }]";
    Path kept = shell.scenario(SOUND, forGood, "fuzz: { keep: [faults] }");
    assertThat(fuzz(kept, "--seeds", "1", "--no-shrink").err())
        .isEqualTo(
            "faultline: warning: what sound keeps is more than probe tolerates; a violation may be"
                + " no bug\n");

    Path drawn = shell.scenario(SOUND, forGood, "fuzz: { faults: [] }");
    assertThat(fuzz(drawn, "--seeds", "1").err()).isEmpty();
    assertThat(fuzz(kept, "--seeds=1", "--no-shrink", "--beyond-budget").err()).isEmpty();
  }

  @Test
  void aFailureMayStayAsItWasFound() {
    Answer answer = fuzz(shell.scenario(FORGETTING, CALM), "--seeds", "2", "--no-shrink");

    Path group = only("forgetting", "probe-versions-grow-");
    assertThat(group.resolve("minimal.yaml")).doesNotExist();
    assertThat(answer.out())
        .contains("replay        ./faultline replay " + group.resolve("found.yaml") + " ");
    assertThat(Shell.read(group.resolve("failure.txt")))
        .contains("make small    ./faultline shrink " + group.resolve("found.yaml") + " ");
  }

  @Test
  void theCommandThatRunsItAgainHasTheOptionsThatCount() {
    Answer answer =
        fuzz(
            shell.scenario(SOUND, CALM),
            "--seeds=2",
            "--strategy=coverage",
            "--stop-after=3",
            "--max-undecided=5%");

    assertThat(answer.out())
        .contains("--seeds 1..2 --strategy coverage --stop-after 3 --max-undecided 5%");
  }

  @Test
  void whatCouldNotBeWrittenIsRunAgainAfterTheSeedsThatItWasLearntFrom() {
    Interruption inTheWay =
        new Interruption() {
          private boolean begun;

          @Override
          public void listen() {}

          @Override
          public boolean happened() {
            if (begun) {
              putAFileInThePlaceOf(folder.resolve("out/forgetting/fuzz"));
            }
            begun = true;
            return false;
          }
        };
    Path scenario = shell.scenario(FORGETTING, CALM);

    Answer answer =
        fuzz(shell.with(inTheWay), scenario, "--seeds", "4..20", "--strategy", "coverage");

    assertThat(answer.code()).isEqualTo(70);
    assertThat(answer.out())
        .contains("replay        ./faultline fuzz " + scenario + " --seeds 4..5 --strategy cov");
  }

  private static void putAFileInThePlaceOf(Path place) {
    try {
      if (Files.isDirectory(place)) {
        WholeFolder.delete(place);
        Files.createFile(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void seedsCanBeChosen() {
    Path scenario = shell.scenario(THROWING, CALM);

    assertThat(fuzz(scenario, "--seeds", "7..9", "--no-shrink").out())
        .contains("seeds         7, 8, 9\n");
    assertThat(fuzz(scenario, "--seeds", "2", "--base-seed", "40", "--no-shrink").out())
        .contains("seeds         40, 41\n");
    assertThat(fuzz(scenario, "--seeds", "9", "--stop-after", "1", "--no-shrink").out())
        .contains("VIOLATION  throwing  1 seed in ", "; enough failed\n");
  }

  @Test
  void aTextLeadsToTheSameSeedsEveryTime() {
    Path scenario = shell.scenario(THROWING, CALM);
    String[] options = {"--seeds", "1", "--base-seed", "1f5c00b", "--no-shrink", "--json"};

    JsonNode one = campaign(fuzz(scenario, options));
    JsonNode two = campaign(fuzz(scenario, options));

    assertThat(one.at("/seeds/first").stringValue())
        .isEqualTo(two.at("/seeds/first").stringValue())
        .matches("[0-9]{2,15}");
  }

  @Test
  void theEarlierFailuresAreRunFirstAndShouldBeGone() {
    Path scenario = shell.scenario(FORGETTING, CALM);
    fuzz(scenario, "--seeds", "3");
    Path group = only("forgetting", "probe-versions-grow-");
    Path grave = group.resolveSibling("graveyard").resolve(group.getFileName());

    Answer again = fuzz(scenario, "--seeds", "3");

    assertThat(again.out())
        .contains("still fails   probe/versions-grow: ", grave.resolve("minimal.yaml").toString());
    Answer mended = fuzz(scenario, "--seeds", "3", "--set", "system.config.behaviour=sound");
    assertThat(mended.code()).isEqualTo(1);
    assertThat(grave).isDirectory();
    assertThat(group).doesNotExist();
  }

  @Test
  void anEarlierFailureThatIsGoneIsNone() throws IOException {
    Path scenario = shell.scenario(SOUND, CALM);
    Path graveyard = folder.resolve("out/sound/fuzz/graveyard");
    Files.createDirectories(graveyard);
    Files.copy(scenario, graveyard.resolve("old.yaml"));
    Files.writeString(graveyard.resolve("notes.txt"), "not a scenario");

    Answer answer = fuzz(scenario, "--seeds", "3");

    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("graveyard: 1 of 1 no longer fail");
  }

  @Test
  void anEarlierFailureThatHangsIsAFindingAndTheCampaignGoesOn() throws IOException {
    Path scenario = shell.scenario(SOUND, CALM);
    Path graveyard = Files.createDirectories(folder.resolve("out/sound/fuzz/graveyard"));
    Files.copy(shell.scenario(LOOPING), graveyard.resolve("a-hang.yaml"));
    Files.copy(shell.scenario(THROWING), graveyard.resolve("b-failure.yaml"));

    Answer answer = fuzz(scenario, "--seeds", "3", "--jobs", "1", "--hang-after", "200ms");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("seeds         3 passed")
        .containsPattern("still fails +hang: a handler of seed 1 never returned")
        .contains("b-failure.yaml");
  }

  @Test
  void theGraveyardSharesTheTimeOfTheCampaign() throws IOException {
    Path scenario = shell.scenario(SOUND, CALM);
    Path graveyard = Files.createDirectories(folder.resolve("out/sound/fuzz/graveyard"));
    Files.copy(shell.scenario(LOOPING), graveyard.resolve("a-hang.yaml"));
    Files.copy(scenario, graveyard.resolve("b-late.yaml"));

    Answer answer =
        fuzz(scenario, "--time", "1s", "--jobs", "1", "--hang-after", "1100ms", "--json");

    JsonNode campaign = campaign(answer);
    assertThat(campaign.get("end").stringValue()).isEqualTo("time-up");
    assertThat(campaign.at("/notes/0").stringValue()).isEqualTo("graveyard: 1 of 2 were not run");
    // Its time was up when it began, so nothing came after the first generation.
    assertThat(campaign.at("/seeds/run").longValue()).isLessThanOrEqualTo(128);
  }

  @Test
  void aBugThatIsToBeFoundIsAsExpected() {
    Answer found =
        fuzz(shell.scenario(FORGETTING, CALM, "expect: violation"), "--seeds", "3", "--no-shrink");
    Answer missed = fuzz(shell.scenario(SOUND, CALM, "expect: violation"), "--seeds", "3");

    assertThat(found.code()).isZero();
    assertThat(found.out()).startsWith("VIOLATION, as expected  forgetting");
    assertThat(missed.code()).isEqualTo(1);
    assertThat(missed.out()).startsWith("PASS, not as expected  sound");
  }

  @Test
  void anEarlierFailureOfAnotherKindIsNeverAsExpected() throws IOException {
    Path scenario = shell.scenario(THROWING, CALM, "expect: { violation: exception }");
    String[] options = {"--seeds", "2", "--no-shrink"};
    assertThat(fuzz(scenario, options).code()).isZero();
    assertThat(fuzz(scenario, options).out()).startsWith("VIOLATION, as").contains("still fails");

    Path graveyard = folder.resolve("out/throwing/fuzz/graveyard");
    Files.copy(shell.scenario(FORGETTING), graveyard.resolve("other.yaml"));

    assertThat(fuzz(scenario, options).code()).isEqualTo(1);
  }

  @Test
  void aSystemThatNeverAnswersIsNoPass() {
    Answer answer = fuzz(shell.scenario(SILENT, CALM, "recovery: false"), "--seeds", "5");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out())
        .startsWith("UNDECIDED  silent")
        .contains("0 passed · 0 failed · 5 without a successful operation")
        .contains("no operation succeeded in any seed")
        .contains("linearizable never had anything to judge");
  }

  @Test
  void aHandlerThatNeverReturnsEndsTheCampaignAndIsKept() {
    Answer answer =
        fuzz(shell.scenario(LOOPING, CALM), "--seeds", "5", "--jobs", "1", "--hang-after", "200ms");

    assertThat(answer.code()).isEqualTo(1);
    Path hang = only("looping", "hang-seed-1");
    assertThat(answer.out())
        .contains("a handler of seed 1 never returned", "ProbeProtocol$Server.loop")
        .contains("replay        ./faultline run " + hang.resolve("scenario.yaml") + " ");
    assertThat(Shell.read(hang.resolve("failure.txt"))).contains("ProbeProtocol$Server.loop");
    assertThat(shell.probe("validate", hang.resolve("scenario.yaml")).code()).isZero();
  }

  @Test
  void aNodeThatNeverFinishesStartingEndsTheCampaignToo() {
    Answer answer = fuzz(shell.scenario(STARTING, CALM), "--seeds", "5", "--hang-after", "200ms");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("a handler of seed 1 never returned, at the start", "ProbeProtocol$Server.start");
  }

  @Test
  void aFailureWhoseSmallerScenariosNeverEndStaysAsItWasFound() {
    Path failure =
        shell.scenarioOfAReadThatMatters("fuzz: { keep: [system, network, workload], faults: [] }");

    Answer answer = fuzz(failure, "--seeds", "2", "--jobs", "1", "--hang-after", "200ms");

    assertThat(answer.code()).isEqualTo(1);
    Path group = only("demanding", "exception-");
    assertThat(group.resolve("minimal.yaml")).doesNotExist();
    assertThat(answer.out().replaceAll("\\s+", " "))
        .contains(
            group.getFileName()
                + " stays as it was found: in a smaller scenario, a handler of seed ");
    assertThat(only("demanding", "hang-seed-").resolve("scenario.yaml")).exists();
  }

  @Test
  void theCanaryFindsWhatDependsOnTheProcess() {
    Answer answer = fuzzWithCanary(shell.scenario(COUNTING, CALM), "--seeds", "3");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out())
        .contains("ran differently in a second JVM", "first in event ", "stamp=")
        .containsPattern("replay +./faultline run .*/nondeterminism/scenario.yaml --verify ");
  }

  @Test
  void theCanaryComparesWithTheRunsOfTheCampaign() {
    Answer answer = fuzzWithCanary(shell.scenario(THREADED, CALM), "--seeds", "3");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out())
        .contains("ran differently in the campaign and alone", "not when it was run alone");
  }

  @Test
  void whoeverInterruptsTheCanaryKeepsTheCampaign() {
    Interruption pressed =
        new Interruption() {
          @Override
          public void listen() {
            ProbeProtocol.CTRL_C.set(false);
          }

          @Override
          public boolean happened() {
            return ProbeProtocol.CTRL_C.get();
          }
        };

    Path scenario = shell.scenario(INTERRUPTED, CALM);
    Answer answer = fuzzWithCanary(shell.with(pressed), scenario, "--seeds", "3");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("the runs were not compared with a second JVM: interrupted");
  }

  @Test
  void withoutTheCanaryNothingIsAsExpected() {
    Path scenario = shell.scenario(INTERRUPTED, CALM);
    Path xml = folder.resolve("fuzz.xml");

    Answer answer = fuzzWithCanary(scenario, "--seeds", "3", "--junit-xml", xml.toString());

    assertThat(answer.code()).isEqualTo(70);
    assertThat(answer.err()).startsWith("faultline: cannot compare with a second JVM: ");
    assertThat(Shell.read(xml))
        .contains("errors=\"1\"", "the runs could not be compared with a second JVM");
  }

  @Test
  void nondeterminismIsNeverAsExpected() {
    Path scenario = shell.scenario(COUNTING, CALM, "expect: undecided");
    Path xml = folder.resolve("fuzz.xml");

    Answer answer = fuzzWithCanary(scenario, "--seeds", "3", "--junit-xml", xml.toString());

    assertThat(answer.code()).isEqualTo(3);
    assertThat(Shell.read(xml)).contains("failures=\"1\"", "ran differently in a second JVM");
  }

  @Test
  void theCanaryLeavesASoundSystemAlone() {
    assertThat(fuzzWithCanary(shell.scenario(SOUND, CALM), "--seeds", "3").code()).isZero();
  }

  @Test
  void jsonIsOneDocumentAndNothingElse() {
    Answer answer =
        fuzz(shell.scenario(FORGETTING, CALM), "--seeds", "12", "--no-shrink", "--json");

    JsonNode campaign = campaign(answer);
    assertThat(campaign.get("scenario").stringValue()).isEqualTo("forgetting");
    assertThat(campaign.get("verdict").stringValue()).isEqualTo("violation");
    assertThat(campaign.get("asExpected").booleanValue()).isFalse();
    assertThat(campaign.get("end").stringValue()).isEqualTo("all-seeds");
    assertThat(campaign.at("/seeds/run").longValue()).isEqualTo(12);
    assertThat(campaign.at("/findings/0/kind").stringValue()).isEqualTo("failure");
    assertThat(campaign.at("/findings/0/check").stringValue()).isEqualTo("probe/versions-grow");
    assertThat(campaign.at("/findings/0/replay").stringValue()).startsWith("./faultline replay ");
    assertThat(campaign.at("/coverage/facts/Wrote").longValue()).isPositive();
  }

  @Test
  void buildServersGetTheirReports() {
    Path xml = folder.resolve("reports/fuzz.xml");
    Path summary = folder.resolve("summary.md");
    shell.write("summary.md", "before\n");

    Answer answer =
        shell
            .knowing(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()))
            .probe(
                "fuzz",
                shell.scenario(FORGETTING, CALM),
                "--seeds",
                "2",
                "--no-shrink",
                "--no-canary",
                "--out",
                folder.resolve("out").toString(),
                "--junit-xml",
                xml.toString());

    assertThat(Shell.read(xml)).contains("<testsuite name=\"forgetting\"", "<failure ");
    assertThat(answer.err()).startsWith("::error title=forgetting%3A probe/versions-grow::");
    assertThat(Shell.read(summary)).startsWith("before\n### ❌ violation: forgetting\n");
  }

  @Test
  void theReportIsThereAfterEachCampaignAndNotBefore() {
    Path xml = shell.write("fuzz.xml", "<testsuites/>");
    Path throwing = shell.scenario(THROWING, CALM);
    List<String> reports = new ArrayList<>();
    Interruption watching =
        new Interruption() {
          @Override
          public void listen() {}

          @Override
          public boolean happened() {
            reports.add(Files.exists(xml) ? Shell.read(xml) : "none");
            return false;
          }
        };

    fuzz(
        shell.with(watching),
        shell.scenario(SOUND, CALM),
        throwing.toString(),
        "--seeds=2",
        "--junit-xml=" + xml);

    assertThat(reports.getFirst()).isEqualTo("none");
    assertThat(reports.getLast()).contains("\"sound\"").doesNotContain("\"throwing\"");
    assertThat(Shell.read(xml)).contains("\"sound\"", "\"throwing\"");
  }

  @Test
  void whoeverInterruptsSeesWhatWasFound() {
    Interruption atOnce =
        new Interruption() {
          private int asked;

          @Override
          public void listen() {}

          @Override
          public boolean happened() {
            return asked++ > 100;
          }
        };

    Answer passing = fuzz(shell.with(atOnce), shell.scenario(SOUND, CALM), "--seeds", "100000");
    Answer failing = fuzz(shell.with(atOnce), shell.scenario(THROWING, CALM), "--seeds", "9");

    assertThat(passing.code()).isEqualTo(2);
    assertThat(passing.out()).contains("; interrupted\n", "the campaign was interrupted");
    assertThat(failing.code()).isEqualTo(2);
    assertThat(failing.err()).contains("throwing.yaml was not begun");
  }

  @Test
  void oneCampaignAtATimeHasAFolder() throws IOException {
    Path scenario = shell.scenario(SOUND, CALM);
    try (CampaignFolder taken = CampaignFolder.open(folder.resolve("out"), "sound")) {
      Answer answer = fuzz(scenario, "--seeds", "2");

      assertThat(answer.code()).isEqualTo(70);
      assertThat(answer.err())
          .isEqualTo("faultline: another campaign is writing to " + taken.path() + "\n");
      Answer second = fuzz(shell.scenario(THROWING, CALM), scenario.toString(), "--seeds", "2");
      assertThat(second.code()).isEqualTo(70);
      assertThat(second.out()).isEmpty();
    }
    assertThat(fuzz(scenario, "--seeds", "2").code()).isZero();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsRun() {
    shell.write("out", "a file where the results should go");

    Answer answer = fuzz(shell.scenario(SOUND, CALM));

    assertThat(answer.code()).isEqualTo(70);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("faultline: ").hasLineCount(1);
  }

  @Test
  void severalScenariosShareTheFailuresThatEndAll() {
    Path throwing = shell.scenario(THROWING, CALM, "expect: violation");
    Path forgetting = shell.scenario(FORGETTING, CALM);

    Answer answer =
        fuzz(throwing, forgetting.toString(), "--seeds", "9", "--stop-after", "2", "--no-shrink");

    assertThat(answer.out())
        .contains("VIOLATION, as expected  throwing  2 seeds in ")
        .doesNotContain("forgetting ");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).isEqualTo("faultline: " + forgetting + " was not begun\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seeds=0 | --seeds: expected at least one seed, got 0",
        "--seeds=many | --seeds: expected a number or a range such as 1..1000, got 'many'",
        "--seeds=9..3 | --seeds: expected a range from a smaller to a larger seed, got '9..3'",
        "--jobs=0 | --jobs: expected at least 1, got 0",
        "--stop-after=0 | --stop-after: expected at least 1, got 0",
        "--shrink-runs=0 | --shrink-runs: expected at least 1, got 0",
        "--time=soon | --time: expected a duration with a unit",
        "--hang-after=0s | --hang-after: expected a time above 0, got '0s'",
        "--max-undecided=2 | --max-undecided: a share is between 0% and 100%, got 200%",
        "--strategy=luck | --strategy: expected random, pct or coverage, got 'luck'",
      })
  void badOptionsAreToldInOneLine(String option, String message) {
    Answer answer = fuzz(shell.scenario(SOUND, CALM), option);

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(message, "faultline fuzz --help").hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aRangeTellsWhereToBeginByItself() {
    Answer answer = fuzz(shell.scenario(SOUND, CALM), "--seeds", "1..2", "--base-seed", "7");

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("--base-seed tells where to begin, and so does --seeds 1..2");
  }

  @Test
  void whatIsNoScenarioOfItsOwnIsRefused() {
    Path scenario = shell.scenario(SOUND, CALM);
    shell.probe("run", scenario);
    Answer recorded = fuzz(shell.results("sound", 1));
    Answer twice = fuzz(scenario, shell.write("copy.yaml", Shell.read(scenario)).toString());

    assertThat(recorded.code()).isEqualTo(64);
    assertThat(recorded.err()).contains("expected a scenario, got a recorded run");
    assertThat(twice.code()).isEqualTo(64);
    assertThat(twice.err()).contains("the name 'sound' is also that of " + scenario);
  }

  private Answer fuzz(Path scenario, String... options) {
    return fuzz(shell, scenario, options);
  }

  private Answer fuzz(Shell with, Path scenario, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--no-canary", "--out", folder.resolve("out").toString()));
    return with.probe("fuzz", scenario, all.toArray(String[]::new));
  }

  private Answer fuzzWithCanary(Path scenario, String... options) {
    return fuzzWithCanary(shell, scenario, options);
  }

  private Answer fuzzWithCanary(Shell with, Path scenario, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--no-shrink", "--out", folder.resolve("out").toString()));
    return with.probe("fuzz", scenario, all.toArray(String[]::new));
  }

  private static JsonNode campaign(Answer answer) {
    return JsonMapper.shared().readTree(answer.out()).at("/campaigns/0");
  }

  /** The only finding of a scenario whose name begins so. */
  private Path only(String scenario, String prefix) {
    try (Stream<Path> findings =
        Files.list(folder.resolve("out").resolve(scenario).resolve("fuzz"))) {
      List<Path> found =
          findings.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> contents(Path group) {
    Map<String, String> contents = new TreeMap<>();
    for (String name : List.of("minimal.yaml", "found.yaml", "failure.txt")) {
      contents.put(name, Shell.read(group.resolve(name)));
    }
    return contents;
  }
}
