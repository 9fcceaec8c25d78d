package dev.faultline.campaign.swarm;

import dev.faultline.values.DurationRange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Draws another value for a setting of a protocol, from its type alone. Counts like to be 1, waits
 * change together, and ranges become narrow, so that what they keep apart meets.
 */
final class SettingDraw {
  private static final double UNCHANGED = 0.5;
  private static final List<Double> TEMPOS = List.of(1.0, 1.0, 0.5, 0.2, 0.1);
  private static final List<Integer> NARROWINGS = List.of(1, 1, 3, 10, 30, 30);
  private static final int FEW = 8;

  /** All waits are so many times as long. */
  private final double tempo;

  /**
   * @param luck of all settings
   */
  SettingDraw(Luck luck) {
    this.tempo = luck.at("tempo").pick(TEMPOS);
  }

  /**
   * A value of the same type; the value itself where no other suggests itself.
   *
   * @param value of the configuration, a whole number as a {@code Long}
   */
  Object draw(Object value, Luck luck) {
    boolean unchanged = luck.at("unchanged").chance(UNCHANGED);
    return switch (value) {
      case Duration wait -> scaled(wait, tempo);
      case DurationRange range -> range(range, luck.pick(NARROWINGS));
      case Long count when count > 1 && !unchanged -> count(count, luck);
      case Boolean truth when !unchanged -> luck.chance(0.5);
      case Enum<?> constant when !unchanged ->
          luck.pick(Arrays.asList(constant.getDeclaringClass().getEnumConstants()));
      default -> value;
    };
  }

  private DurationRange range(DurationRange range, int narrowing) {
    Duration least = scaled(range.min(), tempo);
    Duration width = scaled(range.max(), tempo).minus(least).dividedBy(narrowing);
    return new DurationRange(least, least.plus(width));
  }

  private static Duration scaled(Duration wait, double factor) {
    return Duration.ofNanos((long) (wait.toNanos() * factor));
  }

  private static long count(long most, Luck luck) {
    return luck.at("least").chance(0.5) ? 1 : luck.whole(1, (int) Math.min(most, FEW));
  }
}
