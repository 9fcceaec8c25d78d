package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.Hash;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyedChoicesTest {
  private static final long N1 = Hash.of("n1");

  @Test
  @DisplayName("a decision gives the same bits for ever")
  void golden() {
    assertThat(new KeyedChoices(0).bits(Decision.LOSS, 0, 0, 0)).isEqualTo(0x2C695A27C1FD7F45L);
    KeyedChoices one = new KeyedChoices(1);
    assertThat(one.bits(Decision.DELAY, N1, 1_000_000, 0)).isEqualTo(0x3F540B35617665BBL);
    assertThat(one.bits(Decision.DELAY, N1, 1_000_000, 1)).isEqualTo(0xFEB2C137EE23893BL);
    assertThat(new KeyedChoices(-1).bits(Decision.OPERATION, Hash.of("c1"), 7, 1))
        .isEqualTo(0x8B3BBCE86394E2B9L);
  }

  @Test
  @DisplayName("seed, kind, who, when and ordinal all matter")
  void everythingMatters() {
    KeyedChoices choices = new KeyedChoices(1);
    long base = choices.bits(Decision.LOSS, N1, 5, 0);
    assertThat(choices.bits(Decision.LOSS, N1, 5, 0)).isEqualTo(base);
    assertThat(new KeyedChoices(2).bits(Decision.LOSS, N1, 5, 0)).isNotEqualTo(base);
    assertThat(choices.bits(Decision.DELAY, N1, 5, 0)).isNotEqualTo(base);
    assertThat(choices.bits(Decision.LOSS, N1 + 1, 5, 0)).isNotEqualTo(base);
    assertThat(choices.bits(Decision.LOSS, N1, 6, 0)).isNotEqualTo(base);
    assertThat(choices.bits(Decision.LOSS, N1, 5, 1)).isNotEqualTo(base);
  }

  @Test
  @DisplayName("neighbouring seeds, nodes, times and ordinals never answer alike")
  void noCollisions() {
    Set<Long> seen = new HashSet<>();
    int count = 0;
    for (long seed = 0; seed < 8; seed++) {
      KeyedChoices choices = new KeyedChoices(seed);
      for (Decision decision : Decision.values()) {
        for (int node = 0; node < 5; node++) {
          for (int when = 0; when < 8; when++) {
            for (int ordinal = 0; ordinal < 4; ordinal++) {
              seen.add(choices.bits(decision, Hash.of("n" + node), when * 1_000_000L, ordinal));
              count++;
            }
          }
        }
      }
    }
    assertThat(seen).hasSize(count);
  }

  @Test
  @DisplayName("bits are evenly spread over seeds, over times and over ordinals")
  void spread() {
    int[] bySeed = new int[16];
    int[] byTime = new int[16];
    int[] byOrdinal = new int[16];
    int[] lowBits = new int[16];
    KeyedChoices one = new KeyedChoices(1);
    for (int i = 0; i < 64_000; i++) {
      bySeed[place(new KeyedChoices(i).bits(Decision.DELAY, N1, 0, 0))]++;
      byTime[place(one.bits(Decision.DELAY, N1, i * 1_000_000L, 0))]++;
      byOrdinal[place(one.bits(Decision.DELAY, N1, 0, i))]++;
      lowBits[(int) one.bits(Decision.LOSS, N1, i, 0) & 15]++;
    }
    assertThat(ChiSquare.of(bySeed)).isLessThan(ChiSquare.LIMIT_15);
    assertThat(ChiSquare.of(byTime)).isLessThan(ChiSquare.LIMIT_15);
    assertThat(ChiSquare.of(byOrdinal)).isLessThan(ChiSquare.LIMIT_15);
    assertThat(ChiSquare.of(lowBits)).isLessThan(ChiSquare.LIMIT_15);
  }

  private static int place(long bits) {
    return Draws.below(bits, 16);
  }

  @Test
  @DisplayName("another future has the same past and differs from the moment on")
  void salted() {
    Choices plain = new KeyedChoices(1);
    Choices other = new SaltedChoices(plain, 100, 0);
    Choices third = new SaltedChoices(plain, 100, 1);
    for (long when = 0; when < 100; when++) {
      assertThat(other.bits(Decision.LOSS, N1, when, 0))
          .isEqualTo(plain.bits(Decision.LOSS, N1, when, 0));
    }
    for (long when = 100; when < 200; when++) {
      long bits = other.bits(Decision.LOSS, N1, when, 0);
      assertThat(bits).isNotEqualTo(plain.bits(Decision.LOSS, N1, when, 0));
      assertThat(bits).isNotEqualTo(third.bits(Decision.LOSS, N1, when, 0));
    }
  }

  @Test
  @DisplayName("decisions that count items instead of time keep their answers in another future")
  void numbered() {
    Choices plain = new KeyedChoices(1);
    Choices other = new SaltedChoices(plain, 3, 9);
    for (Decision decision :
        new Decision[] {
          Decision.OPERATION,
          Decision.OPERATION_TIME,
          Decision.FAULT,
          Decision.BURST,
          Decision.CLOCK
        }) {
      assertThat(other.bits(decision, N1, 7, 0)).isEqualTo(plain.bits(decision, N1, 7, 0));
    }
  }
}
