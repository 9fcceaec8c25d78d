package dev.faultline.junit;

import dev.faultline.campaign.Seeds;
import java.util.Optional;

/** System properties that say which seeds a test runs. */
final class SeedProperties {
  private static final String SEED = "faultline.seed";
  private static final String SEEDS = "faultline.seeds";

  private SeedProperties() {}

  /** The option that runs a seed and no other. */
  static String option(long seed) {
    return "-D" + SEED + "=" + seed;
  }

  /**
   * The seeds that the properties name.
   *
   * @param usual those of the test
   * @throws IllegalArgumentException when a property makes no sense
   */
  static Seeds orElse(Seeds usual) {
    return property(SEED)
        .map(seed -> new Seeds(seed, 1))
        .or(() -> property(SEEDS).map(count -> new Seeds(usual.first(), count)))
        .orElse(usual);
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
