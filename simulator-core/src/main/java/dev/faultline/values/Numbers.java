package dev.faultline.values;

import java.math.BigDecimal;

/** Reads and prints numbers the same way everywhere, whatever the locale. */
final class Numbers {
  private Numbers() {}

  static BigDecimal parse(String number, String expected, String whole) {
    if (number.isEmpty()
        || number.length() > 40
        || !number.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,3})?")) {
      throw new IllegalArgumentException("expected " + expected + ", got '" + whole + "'");
    }
    return new BigDecimal(number);
  }

  static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
