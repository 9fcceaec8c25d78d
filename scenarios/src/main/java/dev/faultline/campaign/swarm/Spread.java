package dev.faultline.campaign.swarm;

import dev.faultline.scenario.Possible;
import dev.faultline.scenario.Possible.Between;
import dev.faultline.scenario.Possible.OneOf;
import dev.faultline.scenario.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** Draws a value of those that are possible. */
final class Spread {
  /** Two digits are read easily, and finer differences find nothing. */
  private static final MathContext DIGITS = new MathContext(2);

  /** A range that begins at nothing is nothing so often. */
  private static final double NOTHING = 0.5;

  /** A range that begins at nothing otherwise begins so much below its end. */
  private static final double DECADES = 100;

  private Spread() {}

  static <T> T draw(Possible<T> possible, Luck luck) {
    return switch (possible) {
      case OneOf<T> oneOf -> luck.pick(oneOf.values());
      case Between<T>(T least, T most) -> between(least, most, luck);
    };
  }

  private static <T> T between(T least, T most, Luck luck) {
    Scale<T> scale = Scale.of(least);
    double low = scale.size(least);
    double high = scale.size(most);
    if (least instanceof Integer || least instanceof Long) {
      return scale.value(whole(low, high, luck));
    }
    double size = rounded(size(low, high, luck));
    return scale.value(Math.max(low, Math.min(high, size)));
  }

  private static double size(double low, double high, Luck luck) {
    if (low < 0) {
      return low + luck.unit() * (high - low);
    }
    if (low > 0) {
      return luck.magnitude(low, high);
    }
    return high == 0 || luck.at("nothing").chance(NOTHING)
        ? 0
        : luck.magnitude(high / DECADES, high);
  }

  /** A number {@code n} comes up as often as {@code 1 / n}, counted so that the least is 1. */
  private static double whole(double low, double high, Luck luck) {
    double shift = Math.min(0, low - 1);
    double size = luck.magnitude(low - shift, high - shift + 1);
    return Math.min(high, Math.floor(size) + shift);
  }

  /** With two digits. */
  static double rounded(double size) {
    return new BigDecimal(size).round(DIGITS).doubleValue();
  }

  /** A duration with two digits, at least a nanosecond. */
  static Duration duration(double nanos) {
    return Duration.ofNanos(Math.max(1, (long) rounded(nanos)));
  }
}
