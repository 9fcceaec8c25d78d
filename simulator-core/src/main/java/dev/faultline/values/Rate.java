package dev.faultline.values;

import java.math.BigDecimal;

/**
 * How often something happens, in total over all its sources; written {@code 200/s}, {@code 3/m} or
 * {@code 1/h}.
 *
 * @param perSecond above 0, finite
 */
public record Rate(double perSecond) {
  public Rate {
    if (!(perSecond > 0 && perSecond <= 1e9)) {
      throw new IllegalArgumentException(
          "a rate is above 0/s and at most 1000000000/s, got " + Numbers.plain(perSecond) + "/s");
    }
  }

  /**
   * Reads {@code 200/s}, {@code 3/m} or {@code 1/h}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Rate parse(String text) {
    String expected = "a rate such as 200/s, 3/m or 1/h";
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("expected " + expected + ", got '" + text + "'");
    }
    BigDecimal count = Numbers.parse(text.substring(0, slash).strip(), expected, text);
    double seconds =
        switch (text.substring(slash + 1).strip()) {
          case "s" -> 1;
          case "m", "min" -> 60;
          case "h" -> 3600;
          default ->
              throw new IllegalArgumentException("expected " + expected + ", got '" + text + "'");
        };
    return new Rate(count.doubleValue() / seconds);
  }

  /** The mean time between two happenings, in nanoseconds. */
  public double meanNanos() {
    return 1e9 / perSecond;
  }

  /** The form of the largest of second, minute and hour that reads back exactly. */
  @Override
  public String toString() {
    String perSecondForm = Numbers.plain(perSecond) + "/s";
    if (perSecond >= 1) {
      return perSecondForm;
    }
    String perMinuteForm = rounded(perSecond * 60) + "/m";
    if (perSecond * 60 >= 1 && isRead(perMinuteForm)) {
      return perMinuteForm;
    }
    String perHourForm = rounded(perSecond * 3600) + "/h";
    return isRead(perHourForm) ? perHourForm : perSecondForm;
  }

  private boolean isRead(String form) {
    return parse(form).perSecond == perSecond;
  }

  private static String rounded(double count) {
    return Numbers.plain(Math.rint(count * 1e9) / 1e9);
  }
}
