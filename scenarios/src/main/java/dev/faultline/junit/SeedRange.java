package dev.faultline.junit;

import java.util.Optional;

/**
 * Seeds that follow each other.
 *
 * @param first the first of them
 * @param count how many there are, at least 1
 */
record SeedRange(long first, int count) {
  private static final String SEED = "faultline.seed";
  private static final String SEEDS = "faultline.seeds";

  /** The option that runs a seed and no other. */
  static String option(long seed) {
    return "-D" + SEED + "=" + seed;
  }

  /** This range, unless system properties name another. */
  SeedRange asAsked() {
    Optional<Long> seed = property(SEED);
    if (seed.isPresent()) {
      return new SeedRange(seed.get(), 1);
    }
    return property(SEEDS).map(asked -> new SeedRange(first, atLeastOne(asked))).orElse(this);
  }

  private static int atLeastOne(long asked) {
    if (asked < 1 || asked > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the system property " + SEEDS + " is at least 1, got " + asked);
    }
    return (int) asked;
  }

  private static Optional<Long> property(String name) {
    String text = System.getProperty(name);
    try {
      return Optional.ofNullable(text).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the system property " + name + " is a whole number, got '" + text + "'", e);
    }
  }
}
