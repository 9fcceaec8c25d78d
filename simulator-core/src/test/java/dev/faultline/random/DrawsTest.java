package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrawsTest {
  @Test
  @DisplayName("units go from 0 to just below 1, open units exclude both ends")
  void units() {
    assertThat(Draws.unit(0)).isZero();
    assertThat(Draws.unit(-1)).isEqualTo(Math.nextDown(1.0));
    assertThat(Draws.openUnit(0)).isPositive();
    assertThat(Draws.openUnit(-1)).isLessThan(1);
  }

  @Test
  @DisplayName("chance 0 never happens, chance 1 always does")
  void certain() {
    assertThat(Draws.chance(0, 0)).isFalse();
    assertThat(Draws.chance(-1, 1)).isTrue();
    assertThat(Draws.chance(Long.MIN_VALUE, 0.5)).isFalse();
    assertThat(Draws.chance(Long.MAX_VALUE, 0.5)).isTrue();
  }

  @Property(tries = 300)
  @Label("a draw below a bound is below it")
  void below(@ForAll long bits, @ForAll @IntRange(min = 1) int bound) {
    assertThat(Draws.below(bits, bound)).isBetween(0, bound - 1);
  }

  @Property(tries = 300)
  @Label("removing or moving another candidate does not change the pick")
  void pick(@ForAll long bits, @ForAll @IntRange(min = 2, max = 9) int size) {
    List<NodeId> all = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      all.add(NodeId.of("n" + i));
    }
    NodeId picked = Draws.pick(bits, all, NodeId::key);
    assertThat(Draws.pick(bits, all.reversed(), NodeId::key)).isEqualTo(picked);
    for (NodeId other : all) {
      List<NodeId> fewer = all.stream().filter(id -> !id.equals(other)).toList();
      if (!other.equals(picked)) {
        assertThat(Draws.pick(bits, fewer, NodeId::key)).isEqualTo(picked);
      }
    }
  }

  @Test
  @DisplayName("every candidate is picked as often as any other")
  void fair() {
    List<NodeId> candidates = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      candidates.add(NodeId.of("n" + i));
    }
    int[] counts = new int[16];
    KeyedRandom random = new KeyedRandom(3);
    for (int i = 0; i < 64_000; i++) {
      counts[candidates.indexOf(Draws.pick(random.nextLong(), candidates, NodeId::key))]++;
    }
    assertThat(ChiSquare.of(counts)).isLessThan(ChiSquare.LIMIT_15);
  }
}
