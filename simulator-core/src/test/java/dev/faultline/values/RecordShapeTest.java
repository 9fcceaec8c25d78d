package dev.faultline.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordShapeTest {
  private record Mixed(long a, int b, short c, byte d, String e, List<Long> f, boolean g) {}

  private record Positive(long value) {
    Positive {
      if (value < 1) {
        throw new IllegalArgumentException("not positive");
      }
    }
  }

  private static final Mixed MIXED =
      new Mixed(1L << 40, 2, (short) 3, (byte) 4, "five", List.of(6L), true);

  @Test
  @DisplayName("components are read in order, whole numbers as longs")
  void reads() {
    RecordShape shape = RecordShape.of(Mixed.class);
    assertThat(shape.size()).isEqualTo(7);
    assertThat(shape.name(0)).isEqualTo("a");
    assertThat(shape.typeKey()).isEqualTo(Hash.of("Mixed"));
    for (int i = 0; i < 4; i++) {
      assertThat(shape.isIntegral(i)).isTrue();
      assertThat(shape.read(MIXED, i)).isEqualTo(shape.readLong(MIXED, i));
    }
    assertThat(shape.isIntegral(4)).isFalse();
    assertThat(shape.read(MIXED, 4)).isEqualTo("five");
    assertThat(shape.read(MIXED, 6)).isEqualTo(true);
  }

  @Test
  @DisplayName("a copy differs in one component, whatever its width")
  void with() {
    RecordShape shape = RecordShape.of(Mixed.class);
    for (int i = 0; i < 4; i++) {
      Mixed copy = (Mixed) shape.with(MIXED, i, 9L).orElseThrow();
      for (int j = 0; j < 7; j++) {
        assertThat(shape.read(copy, j)).isEqualTo(i == j ? 9L : shape.read(MIXED, j));
      }
    }
    assertThat(shape.with(MIXED, 4, "six"))
        .contains(new Mixed(1L << 40, 2, (short) 3, (byte) 4, "six", List.of(6L), true));
  }

  @Test
  @DisplayName("what the constructor refuses gives no copy")
  void refused() {
    RecordShape shape = RecordShape.of(Positive.class);
    assertThat(shape.with(new Positive(1), 0, 2L)).contains(new Positive(2));
    assertThat(shape.with(new Positive(1), 0, 0L)).isEmpty();
  }

  @Test
  @DisplayName("a class that is no record has no shape")
  void notRecord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordShape.of(String.class))
        .withMessageContaining("java.lang.String is not a record");
  }
}
