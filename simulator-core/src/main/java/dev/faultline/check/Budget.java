package dev.faultline.check;

/** How much a search may still do. */
final class Budget {
  private final long maxWords;
  private long steps;

  /**
   * A fresh budget.
   *
   * @param steps how many operations it may try
   * @param maxWords how many words of memory it may fill with configurations
   */
  Budget(long steps, long maxWords) {
    this.steps = steps;
    this.maxWords = maxWords;
  }

  void spend() {
    steps--;
  }

  /** Sets some steps apart. */
  Budget slice(long wanted) {
    Budget slice = new Budget(Math.min(wanted, steps), maxWords);
    steps -= slice.steps;
    return slice;
  }

  /** Takes back what is left of a slice. */
  void join(Budget slice) {
    steps += slice.steps;
    slice.steps = 0;
  }

  long left() {
    return steps;
  }

  boolean isSpent(long words) {
    return steps < 0 || words > maxWords;
  }
}
