package dev.faultline.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The expected values come from an implementation of the same formulas in another language. */
class HashTest {
  @Test
  @DisplayName("mixing gives the same values for ever")
  void mix() {
    assertThat(Hash.mix(0)).isZero();
    assertThat(Hash.mix(1)).isEqualTo(0x5692161D100B05E5L);
    assertThat(Hash.mix(2)).isEqualTo(0xDBD238973A2B148AL);
    assertThat(Hash.mix(-1)).isEqualTo(0xB4D055FCF2CBBD7BL);
    assertThat(Hash.mix(0x123456789ABCDEFL)).isEqualTo(0xB2C058E4EBB5112CL);
  }

  @Test
  @DisplayName("combining gives the same values for ever, and order matters")
  void combine() {
    assertThat(Hash.combine(0, 0)).isZero();
    assertThat(Hash.combine(1, 2)).isEqualTo(0xB0102FC642DC63A5L);
    assertThat(Hash.combine(2, 1)).isEqualTo(0xB0102FC6435C63A5L);
    assertThat(Hash.combine(-1, 5)).isEqualTo(0x4D76B6820360E181L);
  }

  @Test
  @DisplayName("texts hash to the same values for ever, all sixteen bits of each character")
  void texts() {
    assertThat(Hash.of("")).isZero();
    assertThat(Hash.of("n1")).isEqualTo(0x70924FA9BD6AA959L);
    assertThat(Hash.of("n2")).isEqualTo(0x693CEC4CC5BCAC66L);
    assertThat(Hash.of("AppendEntries")).isEqualTo(0xF150304A9DCDBF7FL);
    assertThat(Hash.of("é→")).isEqualTo(0x067DDC7E27EB233CL);
  }

  @Test
  @DisplayName("the names of a large run have different hashes")
  void distinct() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 1; i <= 20_000; i++) {
      assertThat(hashes.add(Hash.of("n" + i))).isTrue();
      assertThat(hashes.add(Hash.of("c" + i))).isTrue();
    }
  }
}
