package dev.faultline.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much faster (positive) or slower (negative) a clock runs than true time; written {@code
 * 200ppm}, {@code -50ppb} or {@code 10%}.
 *
 * @param partsPerBillion above -900 000 000 (a tenth of true speed) and at most 8 000 000 000 (nine
 *     times)
 */
public record Drift(long partsPerBillion) {
  /** A clock that runs true. */
  public static final Drift NONE = new Drift(0);

  private static final String EXPECTED = "a drift such as 200ppm, 50ppb or 10%";

  public Drift {
    if (partsPerBillion < -900_000_000L || partsPerBillion > 8_000_000_000L) {
      throw new IllegalArgumentException(
          "a drift is between -90% and 800%, got "
              + BigDecimal.valueOf(partsPerBillion, 7).stripTrailingZeros().toPlainString()
              + "%");
    }
  }

  /**
   * Reads {@code 200ppm}, {@code -50ppb} or {@code 10%}.
   *
   * @throws IllegalArgumentException when the unit is missing or the drift is out of range
   */
  public static Drift parse(String text) {
    String trimmed = text.strip();
    String unit = trimmed.replaceFirst("^[+-]?[0-9.]*\\s*", "");
    int digits =
        switch (unit) {
          case "ppb" -> 0;
          case "ppm" -> 3;
          case "%" -> 7;
          default ->
              throw new IllegalArgumentException("expected " + EXPECTED + ", got '" + text + "'");
        };
    String number = trimmed.substring(0, trimmed.length() - unit.length()).strip();
    BigDecimal value = Numbers.parse(number, EXPECTED, text).movePointRight(digits);
    if (value.abs().compareTo(BigDecimal.valueOf(10_000_000_000L)) > 0) {
      throw new IllegalArgumentException("a drift is between -90% and 800%, got " + trimmed);
    }
    return new Drift(value.setScale(0, RoundingMode.HALF_EVEN).longValue());
  }

  @Override
  public String toString() {
    if (partsPerBillion % 1000 != 0) {
      return partsPerBillion + "ppb";
    }
    return partsPerBillion % 10_000_000 == 0
        ? BigDecimal.valueOf(partsPerBillion, 7).stripTrailingZeros().toPlainString() + "%"
        : partsPerBillion / 1000 + "ppm";
  }
}
