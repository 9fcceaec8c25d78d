package dev.faultline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.junit.Invocations.Invocation;
import dev.faultline.protocols.raft.system.RaftProtocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of the extension see in their reports. */
class SimulationTestTest {
  @TempDir private Path folder;

  @BeforeEach
  void recordElsewhere() {
    System.setProperty("faultline.out", folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("faultline.out");
    System.clearProperty("faultline.seed");
    System.clearProperty("faultline.seeds");
  }

  @Test
  void eachFailedSeedIsANamedInvocationAndPassedOnesAreNot() {
    List<Invocation> invocations = Invocations.of(Fixture.Flawed.class);
    assertThat(invocations).hasSize(3);
    assertThat(invocations.subList(0, 2))
        .allSatisfy(seed -> {
          assertThat(seed.name()).matches("seed 1[0-9][0-9]");
          assertThat(seed.failure().orElseThrow())
              .startsWith("raft/election-safety: term ")
              .contains("VIOLATION  forgotten-vote  " + seed.name())
              .contains("-Dfaultline.seed=" + seed.name().substring(5));
        });
    assertThat(invocations.getLast().name()).matches("[0-9]+ seeds from 100, 2 failed");
    assertThat(invocations.getLast().failure()).isEmpty();
  }

  @Test
  void theCommandsOfAFailureReplayItAndMakeItSmall() throws IOException, InterruptedException {
    String message = Invocations.of(Fixture.Factory.class).getFirst().failure().orElseThrow();

    assertThat(type(row(message, "replay")))
        .startsWith("1: VIOLATION  forgotten-vote")
        .contains("the same run");
    assertThat(type(row(message, "make small") + " --shrink-runs 50")).startsWith("0: ");
    assertThat(Path.of(row(message, "files")).resolve("minimal.yaml"))
        .content()
        .contains("check: raft/election-safety");
  }

  private static String row(String message, String name) {
    Matcher row = Pattern.compile("(?m)^  " + name + " +(.*)$").matcher(message);
    assertThat(row.find()).as(message).isTrue();
    return row.group(1);
  }

  /** Types a command in a shell, in another folder; gives its exit code and what it prints. */
  private String type(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + ": " + printed;
  }

  @Test
  void theMethodSeesTheReportOfAllSeeds() {
    assertThat(Invocations.of(Fixture.Correct.class))
        .containsExactly(new Invocation("20 seeds from 1", Optional.empty()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theMethodMayFail() {
    Invocation only = Invocations.of(Fixture.Disappointed.class).getFirst();
    assertThat(only.name()).isEqualTo("3 seeds from 1");
    assertThat(only.failure().orElseThrow()).contains("greater than");
  }

  @Test
  void seedsThatDecideNothingAreNoSuccess() {
    assertThat(Invocations.of(Fixture.Undecided.class).getFirst().failure().orElseThrow())
        .startsWith("undecided: 3 of 3 seeds are undecided; at most 1% may be");
  }

  @Test
  void seedsThatTestNothingAreNoSuccess() {
    assertThat(Invocations.of(Fixture.Idle.class).getFirst().failure().orElseThrow())
        .contains("no operation succeeded in any seed");
  }

  @Test
  void aPropertyFixesTheSeed() {
    System.setProperty("faultline.seed", "7");
    assertThat(Invocations.of(Fixture.Disappointed.class).getFirst().name()).isEqualTo("seed 7");
  }

  @Test
  void aPropertyReplacesTheNumberOfSeeds() {
    System.setProperty("faultline.seeds", "2");
    assertThat(Invocations.of(Fixture.Disappointed.class).getFirst().name())
        .isEqualTo("2 seeds from 1");
  }

  @Test
  void aPropertyThatIsNoNumberIsSaid() {
    System.setProperty("faultline.seed", "last");
    assertThat(Invocations.of(Fixture.Correct.class).getFirst().failure().orElseThrow())
        .contains("the system property faultline.seed is a whole number, got 'last'");
  }

  @Test
  void aFactoryShowsTheSame() {
    List<Invocation> invocations = Invocations.of(Fixture.Factory.class);
    assertThat(invocations).hasSize(2);
    assertThat(invocations.getFirst().failure().orElseThrow())
        .startsWith("raft/election-safety: ")
        .contains(folder.resolve("forgotten-vote").toString());
    assertThat(invocations.getLast().name()).endsWith(" from 100, 1 failed");
  }

  @Test
  void aHandlerThatNeverReturnsIsTheLastFailure() {
    Invocation last = Invocations.of(Fixture.Endless.class).getLast();
    assertThat(last.name()).as("%s", last.failure()).matches("seed [0-9]");
    assertThat(last.failure().orElseThrow())
        .contains("a handler of " + last.name() + " never returned, after event ")
        .contains("at dev.faultline.cli.ProbeProtocol")
        .contains("-Dfaultline.seed=" + last.name().substring(5));
  }

  @Test
  void whoeverReadsOnlySomeOfTheSeedsLeavesNoThreadBehind() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    Stream<Finding> findings =
        Simulations.of(new RaftProtocol()).with("system.flaw=R01").seeds(400).findings();
    assertThat(findings.findFirst()).isPresent();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("campaign-")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void aProtocolWithoutAScenarioIsDrawnAnotherOneForEachSeed() {
    List<Invocation> invocations = Invocations.of(Fixture.Drawn.class);
    assertThat(invocations)
        .contains(new Invocation("20 seeds from 1", Optional.empty()))
        .anySatisfy(flawed -> {
          assertThat(flawed.name()).matches("seed [0-9]+");
          assertThat(flawed.failure().orElseThrow()).contains("VIOLATION  raft  seed ");
        });
  }
}
