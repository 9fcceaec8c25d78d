package dev.faultline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.ProbeProtocol;
import dev.faultline.protocols.raft.system.RaftProtocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests as users write them, most of which fail; {@link SimulationTestTest} runs them. */
final class Fixture {
  private static final String FORGOTTEN_VOTE = "junit/forgotten-vote.yaml";

  static class Flawed {
    @SimulationTest(scenario = FORGOTTEN_VOTE, seeds = 40, firstSeed = 100, stopAfter = 2)
    void electsOneLeader() {}
  }

  static class Correct {
    @SimulationTest(
        scenario = FORGOTTEN_VOTE,
        seeds = 20,
        set = {"system.flaw=null", "duration=2s"})
    void electsOneLeader(SimulationReport report) {
      assertThat(report.counts().passed()).isEqualTo(20);
      assertThat(report.failed()).isEmpty();
      assertThat(report.seedsWith("BecameLeader")).isEqualTo(20);
    }
  }

  static class Disappointed {
    @SimulationTest(
        scenario = FORGOTTEN_VOTE,
        seeds = 3,
        set = {"system.flaw=null", "duration=1s"})
    void seesWhatNeverHappens(SimulationReport report) {
      assertThat(report.seedsWith("Miracle")).isPositive();
    }
  }

  static class Idle {
    @SimulationTest(
        scenario = FORGOTTEN_VOTE,
        seeds = 3,
        set = {"system.flaw=null", "duration=1s", "workload.timeout=1ms", "recovery=false"})
    void doesNothing() {}
  }

  static class Undecided {
    @SimulationTest(
        scenario = FORGOTTEN_VOTE,
        seeds = 3,
        set = {"system.flaw=null", "duration=1s", "bounds.events=100"})
    void comesToNoEnd() {}
  }

  static class Factory {
    @TestFactory
    Stream<DynamicTest> flawed() {
      return Simulations.of(Path.of("src/test/resources", FORGOTTEN_VOTE))
          .from(100)
          .seeds(40)
          .stopAfter(1)
          .tests();
    }
  }

  static class Drawn {
    @TestFactory
    Stream<DynamicTest> correct() {
      return Simulations.of(new RaftProtocol()).seeds(20).tests();
    }

    @TestFactory
    Stream<DynamicTest> flawed() {
      return Simulations.of(new RaftProtocol())
          .with("system.flaw=R01")
          .seeds(400)
          .stopAfter(1)
          .tests();
    }
  }

  static class Endless {
    @TestFactory
    Stream<DynamicTest> neverReturns() {
      return Simulations.of(new ProbeProtocol())
          .with("system.config.behaviour=looping", "fuzz.faults=[]", "fuzz.loss=0%")
          .patience(Duration.ofMillis(200))
          .seeds(5)
          .tests();
    }
  }

  private Fixture() {}
}
