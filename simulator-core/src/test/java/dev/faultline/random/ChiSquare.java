package dev.faultline.random;

/** How far counts are from being equal. */
final class ChiSquare {
  /** With 16 cells, equal chances exceed this once in a thousand times. */
  static final double LIMIT_15 = 37.7;

  private ChiSquare() {}

  static double of(int... counts) {
    double expected = 0;
    for (int count : counts) {
      expected += count;
    }
    expected /= counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
