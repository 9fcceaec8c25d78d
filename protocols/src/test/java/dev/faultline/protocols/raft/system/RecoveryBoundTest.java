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
  @DisplayName("with 150..300 ms and a window of 21 ms each way: P = 1 - (1 - 42/150)^3")
  void splitVote() {
    assertThat(new RecoveryBound(RaftConfig.DEFAULT, 5).splitVote())
        .isCloseTo(0.626752, within(1e-7));
  }

  @Test
  @DisplayName("45 attempts of up to 344 ms miss a 1e-9; one more, and clients")
  void boundOfTheDefault() {
    assertThat(Math.pow(0.626752, 45)).isLessThan(1e-9);
    assertThat(Math.pow(0.626752, 44)).isGreaterThan(1e-9);
    // 46 * 344 ms + 6 * 250 ms
    assertThat(new RecoveryBound(RaftConfig.DEFAULT, 5).recovery().bound())
        .isEqualTo(Duration.ofMillis(17_324));
  }

  @Test
  @DisplayName("catching up takes 22 ms a batch")
  void catchUp() {
    assertThat(recovery("150ms..300ms", 64).catchUp()).isEqualTo(Duration.ofNanos(343_750));
    assertThat(recovery("150ms..300ms", 1).catchUp()).isEqualTo(Duration.ofMillis(22));
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
