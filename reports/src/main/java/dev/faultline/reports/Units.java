package dev.faultline.reports;

import dev.faultline.metrics.Windows;

/** Prints measured values the way people read them, the same in every locale. */
final class Units {
  private static final String[] TIME = {"ns", "µs", "ms", "s"};

  /** Stands between the parts of a line of numbers. */
  static final String DOT = " · ";

  private static final double MINUTE = 60e9;
  private static final double HOUR = 60 * MINUTE;

  private Units() {}

  /**
   * Prints a length of time with three significant digits: {@code 1.25 ms}, {@code 87.2 s}, {@code
   * 2.5 min}.
   *
   * @param nanos at least 0
   */
  static String duration(long nanos) {
    if (nanos >= 2 * HOUR) {
      return significant(nanos / HOUR) + " h";
    }
    if (nanos >= 2 * MINUTE) {
      return significant(nanos / MINUTE) + " min";
    }
    double value = nanos;
    int unit = 0;
    while (value >= 999.5 && unit < TIME.length - 1) {
      value /= 1000;
      unit++;
    }
    return significant(value) + " " + TIME[unit];
  }

  /** Prints a whole number in groups of three digits: {@code 12 000}. */
  static String count(long number) {
    String digits = Long.toString(number);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(' ');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /** Says after a name that its values are those of windows. */
  static String windows(Windows windows) {
    return " (" + duration(windows.length()) + " windows)";
  }

  /** Prints how many: {@code 1 operation}, {@code 12 000 operations}. */
  static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /**
   * Prints a share in percent, rounded down, so that only a whole is printed as {@code 100 %}.
   *
   * @param share 0 to 1
   */
  static String percent(double share) {
    // The small addition takes back what 0.29 * 10000 = 2899.9999999999995 loses.
    return fixed((long) Math.floor(share * 10_000 + 1e-9), 2) + " %";
  }

  /** Prints a number without needless zeros, at most six digits after the point. */
  static String plain(double value) {
    return fixed(Math.round(value * 1e6), 6);
  }

  private static String significant(double value) {
    if (value >= 99.95) {
      return count(Math.round(value));
    }
    return value >= 9.995 ? fixed(Math.round(value * 10), 1) : fixed(Math.round(value * 100), 2);
  }

  /** Prints {@code scaled / 10^decimals} without trailing zeros. */
  private static String fixed(long scaled, int decimals) {
    long divisor = 1;
    for (int i = 0; i < decimals; i++) {
      divisor *= 10;
    }
    StringBuilder text = new StringBuilder(count(scaled / divisor));
    long rest = scaled % divisor;
    if (rest != 0) {
      text.append('.');
      for (long digit = divisor / 10; rest != 0; digit /= 10) {
        text.append((char) ('0' + rest / digit));
        rest %= digit;
      }
    }
    return text.toString();
  }
}
