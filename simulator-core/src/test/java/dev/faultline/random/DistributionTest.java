package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.values.DurationRange;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final int DRAWS = 200_000;
  private static final long MILLI = 1_000_000;

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }

  private static double mean(Distribution distribution) {
    KeyedRandom random = new KeyedRandom(11);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += distribution.sample(random.nextLong());
    }
    return sum / DRAWS;
  }

  /** The sample at a quantile. */
  private static long at(Distribution distribution, double quantile) {
    return distribution.sample((long) (quantile * 0x1.0p53) << 11);
  }

  @Test
  @DisplayName("constant: always the same")
  void constant() {
    Distribution constant = new Distribution.Constant(millis(3));
    assertThat(constant.sample(0)).isEqualTo(3 * MILLI);
    assertThat(constant.sample(-1)).isEqualTo(3 * MILLI);
  }

  @Test
  @DisplayName("uniform: mean in the middle, both ends included")
  void uniform() {
    Distribution uniform = new Distribution.Uniform(new DurationRange(millis(2), millis(6)));
    assertThat(uniform.sample(0)).isEqualTo(2 * MILLI);
    assertThat(uniform.sample(-1)).isEqualTo(6 * MILLI);
    assertThat(mean(uniform)).isCloseTo(4 * MILLI, Percentage.withPercentage(0.5));
  }

  @Test
  @DisplayName("exponential: mean as given, median mean times ln 2")
  void exponential() {
    Distribution exponential = new Distribution.Exponential(millis(5));
    assertThat(mean(exponential)).isCloseTo(5 * MILLI, Percentage.withPercentage(0.7));
    assertThat(at(exponential, 0.5)).isCloseTo(Math.round(5 * MILLI * Math.log(2)), within(2L));
    assertThat(at(exponential, 0.99)).isCloseTo(Math.round(5 * MILLI * Math.log(100)), within(9L));
  }

  @Test
  @DisplayName("normal far from zero: mean, median and one deviation above as given")
  void normal() {
    Distribution normal = new Distribution.Normal(millis(100), millis(10));
    assertThat(mean(normal)).isCloseTo(100 * MILLI, Percentage.withPercentage(0.1));
    assertThat(at(normal, 0.5)).isCloseTo(100 * MILLI, within(1_000L));
    assertThat(at(normal, 0.8413447460685429)).isCloseTo(110 * MILLI, within(1_000L));
    assertThat(at(normal, 0.0013498980316301)).isCloseTo(70 * MILLI, within(10_000L));
    assertThat(new Distribution.Normal(millis(7), Duration.ZERO).sample(5)).isEqualTo(7 * MILLI);
  }

  @Test
  @DisplayName("normal around zero: cut off, mean deviation times root of 2 over pi")
  void truncatedNormal() {
    Distribution half = new Distribution.Normal(Duration.ZERO, millis(10));
    assertThat(mean(half))
        .isCloseTo(10 * MILLI * Math.sqrt(2 / Math.PI), Percentage.withPercentage(0.5));
    assertThat(half.sample(0)).isLessThan(1_000);
    // The median of the half normal is the third quartile of the whole.
    assertThat(at(half, 0.5)).isCloseTo(Math.round(6.744897501960817 * MILLI), within(100L));
  }

  @Test
  @DisplayName("lognormal: median and 99th percentile as given, mean by the formula")
  void lognormal() {
    Distribution lognormal = new Distribution.Lognormal(millis(1), millis(8));
    assertThat(at(lognormal, 0.5)).isCloseTo(MILLI, within(2L));
    assertThat(at(lognormal, 0.99)).isCloseTo(8 * MILLI, within(20L));
    double sigma = Math.log(8) / 2.3263478740408408;
    assertThat(mean(lognormal))
        .isCloseTo(MILLI * Math.exp(sigma * sigma / 2), Percentage.withPercentage(1));
    assertThat(new Distribution.Lognormal(millis(4), millis(4)).sample(123))
        .isCloseTo(4 * MILLI, within(1L));
  }

  @Test
  @DisplayName("Pareto: never below the least, mean and quantiles by the formula")
  void pareto() {
    Distribution pareto = new Distribution.Pareto(millis(2), 3);
    assertThat(pareto.sample(0)).isEqualTo(2 * MILLI);
    assertThat(mean(pareto)).isCloseTo(3 * MILLI, Percentage.withPercentage(1));
    assertThat(at(pareto, 0.875)).isCloseTo(4 * MILLI, within(2L));
    assertThat(at(new Distribution.Pareto(millis(1), 0.001), 0.999999))
        .isEqualTo(Distribution.MAX_NANOS);
  }

  @Test
  @DisplayName("empirical: each measured duration as often as any other, in order")
  void empirical() {
    List<Duration> measured = Stream.of(9, 1, 5, 5).map(Duration::ofMillis).toList();
    Distribution empirical = new Distribution.Empirical(measured);
    assertThat(at(empirical, 0)).isEqualTo(MILLI);
    assertThat(at(empirical, 0.26)).isEqualTo(5 * MILLI);
    assertThat(at(empirical, 0.74)).isEqualTo(5 * MILLI);
    assertThat(at(empirical, 0.76)).isEqualTo(9 * MILLI);
    assertThat(mean(empirical)).isCloseTo(5 * MILLI, Percentage.withPercentage(1));
  }

  @Property(tries = 2000)
  @Label("no sample is negative or endless, and a larger number never gives a shorter duration")
  void monotone(
      @ForAll("distributions") Distribution distribution, @ForAll long a, @ForAll long b) {
    long low = Long.compareUnsigned(a, b) <= 0 ? a : b;
    long high = low == a ? b : a;
    assertThat(distribution.sample(low)).isBetween(0L, distribution.sample(high));
    assertThat(distribution.sample(high)).isLessThanOrEqualTo(Distribution.MAX_NANOS);
    assertThat(distribution.sample(0)).isBetween(0L, distribution.sample(-1));
  }

  @Provide
  Arbitrary<Distribution> distributions() {
    return Arbitraries.of(
        new Distribution.Constant(millis(1)),
        new Distribution.Uniform(new DurationRange(Duration.ZERO, millis(1))),
        new Distribution.Exponential(Duration.ofHours(100)),
        new Distribution.Normal(millis(1), Duration.ofHours(1)),
        new Distribution.Normal(Duration.ofHours(1), millis(1)),
        new Distribution.Normal(Duration.ZERO, millis(1)),
        new Distribution.Lognormal(millis(1), Duration.ofHours(1)),
        new Distribution.Pareto(millis(1), 0.5),
        new Distribution.Empirical(List.of(millis(2), millis(1))));
  }

  @Test
  @DisplayName("where the pieces of the normal quantile meet, it still never falls")
  void seams() {
    Distribution wide = new Distribution.Normal(Duration.ofHours(500), Duration.ofHours(50));
    Distribution skewed = new Distribution.Lognormal(millis(1), Duration.ofHours(10));
    for (double seam : new double[] {0.02425, 1 - 0.02425}) {
      for (Distribution each : List.of(wide, skewed)) {
        long before = 0;
        for (int step = -2_000; step <= 2_000; step++) {
          long now = at(each, seam + step * 1e-13);
          assertThat(now).isGreaterThanOrEqualTo(before);
          before = now;
        }
      }
    }
  }

  @Test
  @DisplayName("parameters that make no sense are refused")
  void refused() {
    Duration negative = millis(-1);
    Stream.<Runnable>of(
            () -> new Distribution.Constant(negative),
            () -> new Distribution.Exponential(negative),
            () -> new Distribution.Normal(negative, millis(1)),
            () -> new Distribution.Normal(millis(1), negative),
            () -> new Distribution.Lognormal(Duration.ZERO, millis(1)),
            () -> new Distribution.Lognormal(millis(2), millis(1)),
            () -> new Distribution.Pareto(Duration.ZERO, 1),
            () -> new Distribution.Pareto(millis(1), 0),
            () -> new Distribution.Pareto(millis(1), Double.NaN),
            () -> new Distribution.Empirical(List.of()),
            () -> new Distribution.Empirical(List.of(negative)))
        .forEach(making -> assertThatIllegalArgumentException().isThrownBy(making::run));
  }
}
