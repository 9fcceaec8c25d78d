package dev.faultline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.junit.Invocations.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  void theReplayCommandReplays() throws IOException, InterruptedException {
    String message = Invocations.of(Fixture.Flawed.class).getFirst().failure().orElseThrow();
    String command =
        message.lines().filter(line -> line.contains(" replay ")).findFirst().orElseThrow();
    Process replay =
        new ProcessBuilder("sh", "-c", command.strip().replaceFirst("^replay +", ""))
            .directory(Files.createDirectory(folder.resolve("elsewhere")).toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(replay.waitFor()).as(printed).isEqualTo(1);
    assertThat(printed).contains("VIOLATION  forgotten-vote").contains("the same run");
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
