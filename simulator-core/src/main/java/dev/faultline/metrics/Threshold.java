package dev.faultline.metrics;

import dev.faultline.values.Durations;
import dev.faultline.values.Share;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a measured value is held to; written {@code < 800ms}, {@code < 9} or {@code <= 5%}.
 *
 * @param comparison how the measured value relates to the limit
 * @param limit in the unit's own measure: nanoseconds, a number, a share in [0, 1]; at least 0
 * @param unit what the limit is
 */
public record Threshold(Comparison comparison, double limit, Unit unit) {
  private static final Pattern FORM = Pattern.compile("(<=|>=|<|>)\\s*(.+)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{0,15}\\.?[0-9]{1,15}");

  /** How a measured value relates to its limit. */
  public enum Comparison {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    private boolean holds(double measured, double limit) {
      return switch (this) {
        case BELOW -> measured < limit;
        case AT_MOST -> measured <= limit;
        case ABOVE -> measured > limit;
        case AT_LEAST -> measured >= limit;
      };
    }
  }

  /** What a limit is. */
  public enum Unit {
    /** A length of virtual time, in nanoseconds. */
    DURATION("a duration such as '< 800ms'"),
    /** A plain number. */
    NUMBER("a number such as '< 9'"),
    /** A share in [0, 1]. */
    SHARE("a share such as '<= 5%'");

    private final String example;

    Unit(String example) {
      this.example = example;
    }
  }

  public Threshold {
    if (!(limit >= 0 && Double.isFinite(limit))) {
      throw new IllegalArgumentException("a limit is at least 0, got " + limit);
    }
  }

  /**
   * Reads {@code < 800ms}, {@code <= 5%}, {@code > 9}: a comparison, then a duration, a share or a
   * number.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Threshold parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a comparison such as '< 800ms', '< 9' or '<= 5%', got '" + text + "'");
    }
    Comparison comparison = comparison(matcher.group(1));
    String limit = matcher.group(2);
    if (limit.endsWith("%")) {
      return new Threshold(comparison, Share.parse(limit).value(), Unit.SHARE);
    }
    if (NUMBER.matcher(limit).matches()) {
      return new Threshold(comparison, Double.parseDouble(limit), Unit.NUMBER);
    }
    return new Threshold(comparison, (double) Durations.parseNanos(limit), Unit.DURATION);
  }

  /**
   * Like {@link #parse(String)}, for a value of a known unit.
   *
   * @throws IllegalArgumentException also when the limit has another unit
   */
  public static Threshold parse(String text, Unit unit) {
    return parse(text).require(unit);
  }

  /** This threshold, if its limit has that unit; an {@link IllegalArgumentException} otherwise. */
  Threshold require(Unit expected) {
    if (unit != expected) {
      throw new IllegalArgumentException("expected " + expected.example + ", got '" + this + "'");
    }
    return this;
  }

  /** Does a measured value, in the unit's own measure, meet the threshold? */
  public boolean admits(double measured) {
    return comparison.holds(measured, limit);
  }

  @Override
  public String toString() {
    return comparison.symbol
        + " "
        + switch (unit) {
          case DURATION -> Durations.format((long) limit);
          case NUMBER -> BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
          case SHARE -> new Share(limit).toString();
        };
  }

  private static Comparison comparison(String symbol) {
    return switch (symbol) {
      case "<" -> Comparison.BELOW;
      case "<=" -> Comparison.AT_MOST;
      case ">" -> Comparison.ABOVE;
      default -> Comparison.AT_LEAST;
    };
  }
}
