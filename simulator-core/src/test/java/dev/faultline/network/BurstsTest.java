package dev.faultline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.random.Distribution;
import dev.faultline.random.KeyedChoices;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Simulation;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final long MILLI = 1_000_000;
  private static final BurstLoss BURST =
      new BurstLoss(Duration.ofMillis(90), Duration.ofMillis(30), Share.ALL);
  private static final BurstLoss OTHER =
      new BurstLoss(Duration.ofMillis(7), Duration.ofMillis(7), Share.ALL);

  private static Bursts bursts(long seed) {
    return new Bursts(new KeyedChoices(seed));
  }

  @Test
  @DisplayName("links are bad for the share of time that the mean lengths say")
  void shareOfTime() {
    long bad = 0;
    long samples = 0;
    Bursts bursts = bursts(1);
    for (long link = 0; link < 50; link++) {
      for (long time = 0; time < 20_000; time += 10) {
        bad += bursts.isBad(link, BURST, time * MILLI) ? 1 : 0;
        samples++;
      }
    }
    assertThat((double) bad / samples).isBetween(0.23, 0.27);
  }

  @Test
  @DisplayName("stretches last as long as the mean lengths say")
  void lengths() {
    Bursts bursts = bursts(2);
    int changes = 0;
    boolean bad = false;
    for (long time = 0; time < 600_000; time++) {
      boolean now = bursts.isBad(5, BURST, time * MILLI);
      changes += now == bad ? 0 : 1;
      bad = now;
    }
    // A good and a bad stretch take 120 ms on average; the shortest go unseen.
    assertThat(changes / 2).isBetween(4_500, 5_300);
  }

  @Test
  @DisplayName("the state is a function of virtual time: looking more often does not change it")
  void lookingDoesNotMatter() {
    Bursts often = bursts(3);
    Bursts seldom = bursts(3);
    Bursts mixed = bursts(3);
    for (long time = 0; time < 10_000; time++) {
      boolean state = often.isBad(5, BURST, time * MILLI);
      if (time % 5 == 0) {
        mixed.isBad(5, OTHER, time * MILLI);
        mixed.isBad(6, BURST, time * MILLI);
      }
      if (time % 97 == 0) {
        assertThat(seldom.isBad(5, BURST, time * MILLI)).isEqualTo(state);
        assertThat(mixed.isBad(5, BURST, time * MILLI)).isEqualTo(state);
      }
    }
  }

  @Test
  @DisplayName("each link has its own stretches")
  void perLink() {
    Bursts bursts = bursts(4);
    int different = 0;
    for (long time = 0; time < 1_000; time++) {
      boolean a = bursts.isBad(1, BURST, time * 10 * MILLI);
      boolean b = bursts.isBad(2, BURST, time * 10 * MILLI);
      different += a == b ? 0 : 1;
    }
    assertThat(different).isBetween(200, 550);
  }

  private static Set<Long> lostTimes(int perMilli, String to) {
    Set<Long> lost = new TreeSet<>();
    Stage stage = new Stage();
    LinkSettings link =
        new LinkSettings(
            new Distribution.Constant(Duration.ofMillis(1)),
            Share.NONE,
            Share.NONE,
            Share.NONE,
            Optional.of(BURST),
            false);
    Simulation simulation =
        stage.play(
            new Runs().link(link),
            Options.DEFAULT.tracing(entry -> {
              if (entry instanceof TraceEntry.Lost gone) {
                lost.add(gone.time());
              }
            }));
    for (int milli = 0; milli < 3_000; milli++) {
      simulation.runUntil(Duration.ofMillis(milli));
      for (int i = 0; i < perMilli; i++) {
        stage.say("n1", to, "x");
      }
    }
    return lost;
  }

  @Test
  @DisplayName("sending more messages does not change when a link loses them")
  void moreMessages() {
    Set<Long> one = lostTimes(1, "n2");
    assertThat(one.size()).isBetween(400, 1100);
    assertThat(lostTimes(3, "n2")).isEqualTo(one);
    assertThat(lostTimes(1, "n3")).isNotEqualTo(one);
  }

  @Test
  @DisplayName("mean lengths are above zero")
  void refused() {
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BurstLoss(wrong, Duration.ofMillis(1), Share.ALL));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BurstLoss(Duration.ofMillis(1), wrong, Share.ALL));
    }
  }
}
