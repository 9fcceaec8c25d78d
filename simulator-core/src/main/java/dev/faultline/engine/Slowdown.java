package dev.faultline.engine;

import dev.faultline.random.Distribution;
import java.util.ArrayList;
import java.util.List;

/** Factors that multiply a time while they last; with none, exactly 1. */
public final class Slowdown {
  private final List<Double> factors = new ArrayList<>();
  private double product = 1;

  /** Begins to multiply. */
  public void begin(double factor) {
    factors.add(factor);
    multiply();
  }

  /** Ends what one {@link #begin} with the same factor began. */
  public void end(double factor) {
    factors.remove((Object) factor);
    multiply();
  }

  /**
   * So many times as long, but no longer than any distribution's sample: factors that nest can grow
   * beyond every number.
   */
  public static long stretched(long nanos, double factor) {
    return (long) Math.min(Distribution.MAX_NANOS, nanos * factor);
  }

  /** The product of all factors. */
  public double factor() {
    return product;
  }

  private void multiply() {
    product = 1;
    for (double factor : factors) {
      product *= factor;
    }
  }
}
