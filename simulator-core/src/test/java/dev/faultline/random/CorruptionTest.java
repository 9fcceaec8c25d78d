package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CorruptionTest {
  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  private enum Only {
    ONE
  }

  private record Inner(long x, boolean y) {}

  private record Wide(
      long a,
      int b,
      byte c,
      boolean d,
      String e,
      Colour f,
      Optional<Long> g,
      List<Long> h,
      Inner i) {}

  private record Fixed(NodeId node, Only only, Optional<Long> nothing, List<Long> none) {}

  private record Never(long value) {
    Never {
      if (value != 5) {
        throw new IllegalArgumentException("only five");
      }
    }
  }

  private static final Wide WIDE =
      new Wide(
          1,
          2,
          (byte) 3,
          true,
          "text",
          Colour.GREEN,
          Optional.of(4L),
          List.of(5L, 6L),
          new Inner(7, false));

  @Property(tries = 500)
  @Label("exactly one component is altered, and the same bits alter it alike")
  void oneComponent(@ForAll long bits) {
    Object altered = Corruption.alter(WIDE, bits).orElseThrow();
    assertThat(Corruption.alter(WIDE, bits)).contains(altered);
    RecordShape shape = RecordShape.of(Wide.class);
    int different = 0;
    for (int i = 0; i < shape.size(); i++) {
      Object before = shape.read(WIDE, i);
      if (!before.equals(shape.read(altered, i))) {
        different++;
      }
    }
    assertThat(different).isEqualTo(1);
  }

  @Test
  @DisplayName("every component has its turn")
  void everyComponent() {
    RecordShape shape = RecordShape.of(Wide.class);
    Set<Integer> hit = new HashSet<>();
    KeyedRandom random = new KeyedRandom(1);
    for (int round = 0; round < 500; round++) {
      Object altered = Corruption.alter(WIDE, random.nextLong()).orElseThrow();
      for (int i = 0; i < shape.size(); i++) {
        if (!shape.read(WIDE, i).equals(shape.read(altered, i))) {
          hit.add(i);
        }
      }
    }
    assertThat(hit).hasSize(shape.size());
  }

  @Test
  @DisplayName("what holds nothing that can be altered stays: the damage is noticed")
  void nothingToAlter() {
    Fixed fixed = new Fixed(NodeId.of("n1"), Only.ONE, Optional.empty(), List.of());
    assertThat(Corruption.alter(fixed, 1)).isEmpty();
    assertThat(Corruption.alter(new Object(), 1)).isEmpty();
  }

  @Test
  @DisplayName("a constructor that refuses the altered value counts as noticed")
  void refused() {
    for (long bits = 0; bits < 20; bits++) {
      assertThat(Corruption.alter(new Never(5), bits)).isEmpty();
    }
  }

  @Property(tries = 200)
  @Label("texts keep their length, enums their class; an empty text is not empty any more")
  void kinds(@ForAll long bits) {
    assertThat(Corruption.alter("text", bits).orElseThrow())
        .isInstanceOf(String.class)
        .isNotEqualTo("text")
        .asString()
        .hasSize(4);
    assertThat(Corruption.alter(Colour.BLUE, bits)).get().isIn(Colour.RED, Colour.GREEN);
    assertThat(Corruption.alter("", bits)).contains("?");
  }
}
