package dev.faultline.cli.fuzz;

import dev.faultline.campaign.Seeds;
import dev.faultline.values.Hash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which seeds the options of a campaign mean. */
public final class SeedsOption {
  private static final Pattern RANGE = Pattern.compile("(-?[0-9]+)\\.\\.(-?[0-9]+)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

  private SeedsOption() {}

  /**
   * Reads them.
   *
   * @param seeds how many, from the base seed on; or {@code A..B}, both included
   * @param base the first seed: a number, or any other text, whose hash counts; 1 when left out
   * @throws IllegalArgumentException when they have another form, or none is left
   */
  public static Seeds parse(String seeds, Optional<String> base) {
    Matcher range = RANGE.matcher(seeds);
    if (range.matches()) {
      if (base.isPresent()) {
        throw new IllegalArgumentException(
            "--base-seed tells where to begin, and so does --seeds " + seeds);
      }
      return between(number(range.group(1)), number(range.group(2)), seeds);
    }
    if (!NUMBER.matcher(seeds).matches()) {
      throw new IllegalArgumentException(
          "--seeds: expected a number or a range such as 1..1000, got '" + seeds + "'");
    }
    long count = number(seeds);
    if (count < 1) {
      throw new IllegalArgumentException("--seeds: expected at least one seed, got " + count);
    }
    return new Seeds(first(base), count);
  }

  /**
   * All seeds from a base seed on.
   *
   * @param base as for {@link #parse}
   */
  public static Seeds from(Optional<String> base) {
    return new Seeds(first(base), Long.MAX_VALUE);
  }

  private static Seeds between(long first, long last, String seeds) {
    if (last < first || last - first < 0 || last - first == Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "--seeds: expected a range from a smaller to a larger seed, got '" + seeds + "'");
    }
    return new Seeds(first, last - first + 1);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seeds: " + text + " is out of range", e);
    }
  }

  /** A text, such as the hash of a commit, leads to a number of at most fifteen digits. */
  private static long first(Optional<String> base) {
    try {
      return base.map(Long::parseLong).orElse(1L);
    } catch (NumberFormatException e) {
      return Hash.of(base.orElseThrow()) >>> 15;
    }
  }
}
