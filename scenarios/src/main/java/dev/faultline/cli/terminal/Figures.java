package dev.faultline.cli.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a person reads them. */
public final class Figures {
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long SHORT = 100 * MILLISECOND;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Figures() {}

  /** A whole number in groups of three digits: {@code 251 934}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** A number of things: {@code 1 event}, {@code 251 934 events}. */
  public static String count(long number, String singular) {
    return count(number) + " " + (number == 1 ? singular : singular + "s");
  }

  /** A length of time in three digits and its own unit: {@code 4.12 ms}, {@code 60 s}. */
  public static String duration(long nanos) {
    long magnitude = Math.abs(nanos);
    if (magnitude >= 999_500_000L) {
      return rounded(nanos, SECOND) + " s";
    }
    if (magnitude >= 999_500L) {
      return rounded(nanos, MILLISECOND) + " ms";
    }
    return magnitude >= MICROSECOND ? rounded(nanos, MICROSECOND) + " µs" : nanos + " ns";
  }

  private static String rounded(long nanos, long unit) {
    BigDecimal value =
        BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit), 9, RoundingMode.HALF_UP);
    if (Math.abs(nanos) >= 1000 * unit) {
      return count(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
    return value.round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A length of time that may be long: {@code 95 s}, {@code 12 min}, {@code 3.4 h}. */
  public static String span(long nanos) {
    if (nanos < 120 * SECOND) {
      return duration(nanos);
    }
    long minutes = nanos / (60 * SECOND);
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes < 48 * 60
        ? rounded(nanos, 3600 * SECOND) + " h"
        : rounded(nanos, 24 * 3600 * SECOND) + " days";
  }

  /** A moment of a run, to the millisecond: {@code 12.304 s}. */
  public static String moment(long nanos) {
    return decimal(nanos, 3) + " s";
  }

  /** A stretch of a run: {@code 10–25 s}; to the hundredth, or finer when it is short. */
  public static String stretch(long from, long to) {
    int digits = to - from < SHORT ? 3 : 2;
    return brief(from, digits) + "–" + brief(to, digits) + " s";
  }

  /** The beginning of a stretch without an end: {@code 10 s}. */
  public static String since(long from) {
    return brief(from, 3) + " s";
  }

  private static String brief(long nanos, int digits) {
    return new BigDecimal(decimal(nanos, digits)).stripTrailingZeros().toPlainString();
  }

  private static String decimal(long nanos, int digits) {
    return BigDecimal.valueOf(nanos, 9).setScale(digits, RoundingMode.DOWN).toPlainString();
  }

  /** A share in percent, never rounded up, so that 99.999 % does not read as all. */
  public static String percent(double share) {
    return BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(100))
            .setScale(2, RoundingMode.DOWN)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
