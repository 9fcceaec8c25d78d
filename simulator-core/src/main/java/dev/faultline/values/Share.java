package dev.faultline.values;

import java.math.BigDecimal;

/**
 * A share or probability in [0, 1], dimensionless; written {@code 0.1%} or {@code 0.001}.
 *
 * @param value from 0 (never) to 1 (always)
 */
public record Share(double value) {
  public static final Share NONE = new Share(0);
  public static final Share ALL = new Share(1);

  public Share {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "a share is between 0% and 100%, got " + Numbers.plain(value * 100) + "%");
    }
  }

  /**
   * Reads {@code 12.5%} or {@code 0.125}.
   *
   * @throws IllegalArgumentException when the text is neither, or out of range
   */
  public static Share parse(String text) {
    String trimmed = text.strip();
    boolean percent = trimmed.endsWith("%");
    String number = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
    BigDecimal value = Numbers.parse(number, "a share such as 0.1% or 0.001", text);
    return new Share((percent ? value.movePointLeft(2) : value).doubleValue());
  }

  public boolean isNone() {
    return value == 0;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(value).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
