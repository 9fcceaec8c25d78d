package dev.faultline.random;

import dev.faultline.values.Hash;
import java.util.List;
import java.util.function.ToLongFunction;

/** Turns 64 random bits into answers. */
public final class Draws {
  private Draws() {}

  /** A number in [0, 1) with 53 bits. */
  public static double unit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** A number in (0, 1), both ends excluded. */
  public static double openUnit(long bits) {
    return ((bits >>> 12) + 0.5) * 0x1.0p-52;
  }

  /** True with the given probability; never for 0, always for 1. */
  public static boolean chance(long bits, double probability) {
    return unit(bits) < probability;
  }

  /** A whole number from 0 to {@code bound - 1}; {@code bound} is at least 1. */
  public static int below(long bits, int bound) {
    return (int) Math.unsignedMultiplyHigh(bits, bound);
  }

  /**
   * Picks the candidate whose key mixes highest with the random bits, so that removing another
   * candidate does not change the pick.
   *
   * @param candidates at least one, with different keys
   */
  public static <T> T pick(long bits, List<T> candidates, ToLongFunction<T> key) {
    T best = candidates.get(0);
    long highest = 0;
    boolean first = true;
    for (T candidate : candidates) {
      long score = Hash.mix(bits ^ key.applyAsLong(candidate));
      if (first || Long.compareUnsigned(score, highest) > 0) {
        best = candidate;
        highest = score;
        first = false;
      }
    }
    return best;
  }
}
