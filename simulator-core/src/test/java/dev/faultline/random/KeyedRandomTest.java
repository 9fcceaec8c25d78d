package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The expected values come from an implementation of the same formulas in another language. */
class KeyedRandomTest {
  private static KeyedRandom fresh() {
    return new KeyedRandom(42);
  }

  @Test
  @DisplayName("no drawing method is inherited: a JDK cannot change a run")
  void nothingInherited() {
    List<String> inherited =
        Arrays.stream(KeyedRandom.class.getMethods())
            .filter(method -> method.getDeclaringClass() == RandomGenerator.class)
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> !name.equals("isDeprecated"))
            .toList();
    assertThat(inherited).isEmpty();
    assertThat(Modifier.isFinal(KeyedRandom.class.getModifiers())).isTrue();
  }

  @Test
  @DisplayName("longs are those of splitmix64")
  void longs() {
    KeyedRandom random = fresh();
    assertThat(random.nextLong()).isEqualTo(0xBDD732262FEB6E95L);
    assertThat(random.nextLong()).isEqualTo(0x28EFE333B266F103L);
    assertThat(random.nextLong()).isEqualTo(0x47526757130F9F52L);
    assertThat(random.nextLong()).isEqualTo(0x581CE1FF0E4AE394L);
  }

  @Test
  @DisplayName("whole numbers in bounds come from the high bits")
  void bounded() {
    assertThat(fresh().nextInt()).isEqualTo(-1109970394);
    assertThat(fresh().nextInt(10)).isEqualTo(7);
    assertThat(fresh().nextInt(-5, 5)).isEqualTo(2);
    assertThat(fresh().nextLong(1_000_000_000_000L)).isEqualTo(741_564_878_771L);
    assertThat(fresh().nextLong(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(4456085495900499604L);
    assertThat(fresh().nextBoolean()).isTrue();
  }

  @Test
  @DisplayName("fractions have 53 bits, or 24")
  void fractions() {
    assertThat(fresh().nextDouble()).isEqualTo(0.7415648787718233);
    assertThat(fresh().nextDouble(2.5)).isEqualTo(1.8539121969295582);
    assertThat(fresh().nextDouble(-1, 3)).isEqualTo(1.9662595150872932);
    assertThat(fresh().nextFloat()).isEqualTo(0.74156487f);
    assertThat(fresh().nextFloat(2f)).isEqualTo(2 * 0.74156487f);
    assertThat(fresh().nextFloat(1f, 2f)).isEqualTo(1.7415649f);
  }

  @Test
  @DisplayName("bytes are those of the longs, the lowest first")
  void bytes() {
    byte[] bytes = new byte[10];
    fresh().nextBytes(bytes);
    assertThat(bytes).containsExactly(-107, 110, -21, 47, 38, 50, -41, -67, 3, -15);
  }

  @Test
  @DisplayName("normal and exponential numbers are the same for ever")
  void shaped() {
    KeyedRandom random = fresh();
    assertThat(random.nextGaussian()).isEqualTo(0.49295065581737485);
    assertThat(random.nextGaussian()).isEqualTo(-0.6940056672160174);
    assertThat(fresh().nextGaussian(10, 2)).isEqualTo(10 + 2 * 0.49295065581737485);
    assertThat(fresh().nextExponential()).isEqualTo(1.3531105982440144);
  }

  @Test
  @DisplayName("streams are the single draws, one after the other")
  void streams() {
    KeyedRandom singles = fresh();
    assertThat(fresh().longs(3))
        .containsExactly(singles.nextLong(), singles.nextLong(), singles.nextLong());
    assertThat(fresh().longs().limit(2).toArray()).isEqualTo(fresh().longs(2).toArray());
    assertThat(fresh().longs(5, 9).limit(1)).containsExactly(fresh().nextLong(5, 9));
    assertThat(fresh().longs(1, 5, 9)).containsExactly(fresh().nextLong(5, 9));
    assertThat(fresh().ints(1)).containsExactly(fresh().nextInt());
    assertThat(fresh().ints().limit(1)).containsExactly(fresh().nextInt());
    assertThat(fresh().ints(-5, 5).limit(1)).containsExactly(2);
    assertThat(fresh().ints(1, -5, 5)).containsExactly(2);
    assertThat(fresh().doubles(1)).containsExactly(fresh().nextDouble());
    assertThat(fresh().doubles().limit(1)).containsExactly(fresh().nextDouble());
    assertThat(fresh().doubles(-1, 3).limit(1)).containsExactly(1.9662595150872932);
    assertThat(fresh().doubles(1, -1, 3)).containsExactly(1.9662595150872932);
  }

  @Test
  @DisplayName("bounds that are empty or not finite are refused")
  void refused() {
    KeyedRandom random = fresh();
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextLong(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextLong(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextFloat(-1f));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.nextFloat(0, Float.POSITIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextGaussian(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> random.longs(-1));
  }

  @Test
  @DisplayName("draws are evenly spread, below and next to their bounds")
  void spread() {
    KeyedRandom random = new KeyedRandom(7);
    int[] counts = new int[16];
    for (int i = 0; i < 160_000; i++) {
      counts[random.nextInt(16)]++;
    }
    assertThat(ChiSquare.of(counts)).isLessThan(ChiSquare.LIMIT_15);
  }

  @Test
  @DisplayName("normal numbers have mean 0 and deviation 1, exponential ones mean 1")
  void moments() {
    KeyedRandom random = new KeyedRandom(7);
    double sum = 0;
    double squares = 0;
    double waits = 0;
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      double x = random.nextGaussian();
      sum += x;
      squares += x * x;
      waits += random.nextExponential();
    }
    assertThat(sum / count).isBetween(-0.012, 0.012);
    assertThat(squares / count).isBetween(0.98, 1.02);
    assertThat(waits / count).isBetween(0.985, 1.015);
  }
}
