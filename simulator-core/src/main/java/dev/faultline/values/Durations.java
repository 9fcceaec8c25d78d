package dev.faultline.values;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and prints lengths of virtual time: {@code 150ms}, {@code 1.5s}, {@code 2m}. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("([0-9]*\\.?[0-9]+)\\s*(ns|us|µs|ms|s|m|h)");
  private static final String EXPECTED = "a duration with a unit such as 150ms, 2s or 1m";

  /** The longest duration a scenario may name: 10 000 hours, far from any overflow. */
  private static final long MAX_NANOS = 10_000L * 3_600_000_000_000L;

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @param text a number and one of ns, us, ms, s, m, h
   * @throws IllegalArgumentException when the unit is missing or the text has another form
   */
  public static Duration parse(String text) {
    return Duration.ofNanos(parseNanos(text));
  }

  /** Like {@link #parse}, in nanoseconds. */
  public static long parseNanos(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches() || matcher.group(1).length() > 30) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", got '" + text + "'");
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit(matcher.group(2))));
    if (nanos.compareTo(BigDecimal.valueOf(MAX_NANOS)) > 0) {
      throw new IllegalArgumentException("a duration is at most 10000h, got '" + text + "'");
    }
    return nanos.longValue();
  }

  /** Prints the shortest form that {@link #parse} reads back exactly. */
  public static String format(Duration duration) {
    return format(duration.toNanos());
  }

  /** Prints nanoseconds in the largest unit up to seconds that keeps the text short and exact. */
  public static String format(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    long magnitude = Math.abs(nanos);
    if (magnitude >= 1_000_000_000L) {
      return plain(nanos, 9) + "s";
    }
    if (magnitude >= 1_000_000L) {
      return plain(nanos, 6) + "ms";
    }
    return magnitude >= 1_000L ? plain(nanos, 3) + "us" : nanos + "ns";
  }

  private static String plain(long nanos, int digits) {
    return BigDecimal.valueOf(nanos, digits).stripTrailingZeros().toPlainString();
  }

  private static long unit(String name) {
    return switch (name) {
      case "ns" -> 1L;
      case "us", "µs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      default -> 3_600_000_000_000L;
    };
  }
}
