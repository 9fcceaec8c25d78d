package dev.faultline.campaign.shrink;

import dev.faultline.random.KeyedRandom;
import java.time.Duration;
import java.util.List;

/** Draws parts of guesses. */
final class Pick {
  private Pick() {}

  /** One of the items. */
  static <T> T of(List<T> items, KeyedRandom random) {
    return items.get(random.nextInt(items.size()));
  }

  /** A length of any order of magnitude between two, a short one as likely as a long one. */
  static Duration length(Duration least, Duration most, KeyedRandom random) {
    double low = StrictMath.log((double) least.toNanos());
    double high = StrictMath.log((double) most.toNanos());
    return Duration.ofNanos((long) StrictMath.exp(low + random.nextDouble() * (high - low)));
  }
}
