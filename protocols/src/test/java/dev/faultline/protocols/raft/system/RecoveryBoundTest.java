package dev.faultline.protocols.raft.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.simulation.Recovery;
import dev.faultline.values.DurationRange;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecoveryBoundTest {
  @Test
  @DisplayName("with 150..300 ms and a window of 11 ms each way: P = 1 - (1 - 22/150)^3")
  void splitVote() {
    assertThat(new RecoveryBound(RaftConfig.DEFAULT, 5).splitVote())
        .isCloseTo(0.3786216, within(1e-7));
  }

  @Test
  @DisplayName("22 attempts of up to 324 ms miss a 1e-9; one more, and clients")
  void boundOfTheDefault() {
    assertThat(Math.pow(0.3786216, 22)).isLessThan(1e-9);
    assertThat(Math.pow(0.3786216, 21)).isGreaterThan(1e-9);
    // 23 * 324 ms + 6 * 250 ms
    assertThat(new RecoveryBound(RaftConfig.DEFAULT, 5).recovery().bound())
        .isEqualTo(Duration.ofMillis(8_952));
  }

  @Test
  @DisplayName("catching up takes 12 ms a batch")
  void catchUp() {
    assertThat(recovery("150ms..300ms", 64).catchUp()).isEqualTo(Duration.ofNanos(187_500));
    assertThat(recovery("150ms..300ms", 1).catchUp()).isEqualTo(Duration.ofMillis(12));
  }

  @Test
  @DisplayName("a narrow range makes elections longer")
  void growsWithTheConfiguration() {
    Duration usual = recovery("150ms..300ms", 64).bound();
    assertThat(recovery("150ms..200ms", 64).bound()).isGreaterThan(usual);
    assertThat(recovery("150ms", 64).bound())
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
  }

  private static Recovery recovery(String timeout, int entriesPerAppend) {
    RaftConfig config =
        new RaftConfig(
            DurationRange.parse(timeout),
            Duration.ofMillis(50),
            entriesPerAppend,
            Duration.ofMillis(200));
    return new RecoveryBound(config, 5).recovery();
  }
}
