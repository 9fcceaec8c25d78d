package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrdinalsTest {
  @Property(tries = 300)
  @Label("equal decisions of one instant are numbered from 0, as a map would")
  void likeMap(
      @ForAll @Size(max = 400) List<@IntRange(max = 40) Integer> steps,
      @ForAll @IntRange(min = 1, max = 200) int perInstant) {
    Ordinals ordinals = new Ordinals();
    Map<Long, Integer> naive = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      if (i % perInstant == 0) {
        naive.clear();
      }
      // Keys that share their low bits, so that they collide in a table of any size.
      long key = ((long) steps.get(i) << 40) | ((long) steps.get(i) << 8);
      int expected = naive.merge(key, 1, Integer::sum) - 1;
      assertThat(ordinals.next(key, i / perInstant)).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("numbers are kept while thousands of keys arrive at one instant")
  void growth() {
    Ordinals ordinals = new Ordinals();
    KeyedRandom keys = new KeyedRandom(1);
    for (int round = 0; round < 3; round++) {
      assertThat(ordinals.next(7, round)).isZero();
      for (int i = 1; i <= 5_000; i++) {
        assertThat(ordinals.next(keys.nextLong(), round)).isZero();
        assertThat(ordinals.next(7, round)).isEqualTo(i);
      }
    }
  }

  @Test
  @DisplayName("the first instant is like any other")
  void timeZero() {
    Ordinals ordinals = new Ordinals();
    assertThat(ordinals.next(0, 0)).isZero();
    assertThat(ordinals.next(0, 0)).isEqualTo(1);
    assertThat(ordinals.next(0, 1)).isZero();
  }
}
