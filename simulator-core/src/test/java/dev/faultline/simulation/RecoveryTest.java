package dev.faultline.simulation;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.message;
import static dev.faultline.fixtures.Faults.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fault.Effect;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.SingleKv;
import dev.faultline.network.LinkSettings;
import dev.faultline.random.Distribution;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What faults leave behind when they end is no fault of the system. */
class RecoveryTest {
  private static final Distribution MILLISECOND = new Distribution.Constant(Duration.ofMillis(1));

  private static RunResult recover(Runs runs) {
    return new Simulation(
            new SingleKv(),
            runs.lasting(Duration.ofSeconds(2))
                .workload(Runs.kv(2, Optional.of(new Rate(20))))
                .recovering()
                .settings(),
            Options.DEFAULT)
        .run();
  }

  @Test
  @DisplayName("what a slow server serves when the faults end takes no longer than usual")
  void service() {
    Effect slow = new Effect.Slow(named("n1"), 1, Duration.ofHours(1));
    RunResult result =
        recover(new Runs().serviceTime(MILLISECOND).fault(fault("slow", 1500, slow)));
    assertThat(result.violations()).isEmpty();
  }

  @Test
  @DisplayName("slowdowns that nest beyond every number end like any other")
  void nested() {
    Runs runs = new Runs().serviceTime(MILLISECOND);
    for (int i = 0; i < 60; i++) {
      Effect slow = new Effect.Slow(named("n1"), 1e6, Duration.ZERO);
      runs.fault(fault("slow-" + i, 1500, slow));
      runs.fault(fault("disk-" + i, 1000, new Effect.SlowDisk(named("n1"), 1e6)));
    }
    assertThat(recover(runs).violations()).isEmpty();
  }

  @Test
  @DisplayName("a connection may first deliver what is on its way over it")
  void connections() {
    LinkSettings connection =
        new LinkSettings(MILLISECOND, Share.NONE, Share.NONE, Share.NONE, Optional.empty(), true);
    Effect delay = message(new Effect.Fate.Delay(Duration.ofSeconds(20)), "c1", "n1", 1);
    RunResult result = recover(new Runs().link(connection).fault(fault("delay", 1900, delay)));
    assertThat(result.violations()).isEmpty();
    assertThat(result.end()).isGreaterThan(Duration.ofSeconds(20).toNanos());
  }
}
