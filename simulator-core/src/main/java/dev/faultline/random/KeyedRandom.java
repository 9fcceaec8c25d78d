package dev.faultline.random;

import dev.faultline.values.Hash;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A small generator (splitmix64) that starts from a key. It overrides every drawing method of
 * {@link RandomGenerator}, so that its numbers do not depend on the JDK's algorithms.
 */
public final class KeyedRandom implements RandomGenerator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;
  private double spareGaussian;
  private boolean hasSpareGaussian;

  /** A generator whose numbers are a pure function of the key. */
  public KeyedRandom(long key) {
    state = key;
  }

  @Override
  public long nextLong() {
    state += GOLDEN;
    return Hash.mix(state);
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  @Override
  public int nextInt(int bound) {
    requirePositive(bound);
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    requireOrder(origin < bound, origin, bound);
    return (int) (origin + Math.unsignedMultiplyHigh(nextLong(), (long) bound - origin));
  }

  @Override
  public long nextLong(long bound) {
    requirePositive((double) bound);
    return Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  @Override
  public long nextLong(long origin, long bound) {
    requireOrder(origin < bound, (double) origin, (double) bound);
    return origin + Math.unsignedMultiplyHigh(nextLong(), bound - origin);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  @Override
  public double nextDouble() {
    return Draws.unit(nextLong());
  }

  @Override
  public double nextDouble(double bound) {
    requirePositive(bound);
    return scaled(0, bound);
  }

  @Override
  public double nextDouble(double origin, double bound) {
    requireOrder(origin < bound && Double.isFinite(bound - origin), origin, bound);
    return scaled(origin, bound);
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public float nextFloat(float bound) {
    requirePositive(bound);
    return (float) Math.min(nextFloat() * (double) bound, Math.nextDown(bound));
  }

  @Override
  public float nextFloat(float origin, float bound) {
    requireOrder(origin < bound && Float.isFinite(bound - origin), origin, bound);
    return (float) Math.min(origin + nextFloat() * ((double) bound - origin), Math.nextDown(bound));
  }

  @Override
  public void nextBytes(byte[] bytes) {
    long word = 0;
    for (int i = 0; i < bytes.length; i++) {
      word = (i & 7) == 0 ? nextLong() : word >>> 8;
      bytes[i] = (byte) word;
    }
  }

  /** Standard normal, by the polar method (Marsaglia and Bray 1964) over {@link StrictMath}. */
  @Override
  public double nextGaussian() {
    if (hasSpareGaussian) {
      hasSpareGaussian = false;
      return spareGaussian;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = y * scale;
    hasSpareGaussian = true;
    return x * scale;
  }

  @Override
  public double nextGaussian(double mean, double standardDeviation) {
    if (!(standardDeviation >= 0)) {
      throw new IllegalArgumentException("standard deviation must not be negative");
    }
    return mean + standardDeviation * nextGaussian();
  }

  /** Exponential with mean 1, by inversion. */
  @Override
  public double nextExponential() {
    return -StrictMath.log(1 - nextDouble());
  }

  @Override
  public IntStream ints() {
    return IntStream.generate(this::nextInt);
  }

  @Override
  public IntStream ints(long count) {
    return ints().limit(count);
  }

  @Override
  public IntStream ints(int origin, int bound) {
    requireOrder(origin < bound, origin, bound);
    return IntStream.generate(() -> nextInt(origin, bound));
  }

  @Override
  public IntStream ints(long count, int origin, int bound) {
    return ints(origin, bound).limit(count);
  }

  @Override
  public LongStream longs() {
    return LongStream.generate(this::nextLong);
  }

  @Override
  public LongStream longs(long count) {
    return longs().limit(count);
  }

  @Override
  public LongStream longs(long origin, long bound) {
    requireOrder(origin < bound, (double) origin, (double) bound);
    return LongStream.generate(() -> nextLong(origin, bound));
  }

  @Override
  public LongStream longs(long count, long origin, long bound) {
    return longs(origin, bound).limit(count);
  }

  @Override
  public DoubleStream doubles() {
    return DoubleStream.generate(this::nextDouble);
  }

  @Override
  public DoubleStream doubles(long count) {
    return doubles().limit(count);
  }

  @Override
  public DoubleStream doubles(double origin, double bound) {
    requireOrder(origin < bound && Double.isFinite(bound - origin), origin, bound);
    return DoubleStream.generate(() -> nextDouble(origin, bound));
  }

  @Override
  public DoubleStream doubles(long count, double origin, double bound) {
    return doubles(origin, bound).limit(count);
  }

  /**
   * Not offered. JDK 22 added this method with an algorithm of its own; it is declared here so that
   * no JDK's version is inherited.
   *
   * @throws UnsupportedOperationException always
   */
  @SuppressWarnings("DoNotCallSuggester") // the core has no dependency on Error Prone
  public DoubleStream equiDoubles(
      double left, double right, boolean isLeftIncluded, boolean isRightIncluded) {
    throw new UnsupportedOperationException("use doubles(origin, bound)");
  }

  private double scaled(double origin, double bound) {
    return Math.min(origin + nextDouble() * (bound - origin), Math.nextDown(bound));
  }

  private static void requirePositive(double bound) {
    if (!(bound > 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bound must be positive and finite, got " + bound);
    }
  }

  private static void requireOrder(boolean ordered, double origin, double bound) {
    if (!ordered) {
      throw new IllegalArgumentException("origin must be below bound: " + origin + ", " + bound);
    }
  }
}
