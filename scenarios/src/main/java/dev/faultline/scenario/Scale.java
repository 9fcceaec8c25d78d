package dev.faultline.scenario;

import dev.faultline.values.Drift;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A type of values that have a size, so that there are values between two of them.
 *
 * @param type of the values
 * @param sizes the size of a value; a larger value has a larger one
 * @param values the value of a size, or the next smaller one that there is
 */
public record Scale<T>(Class<T> type, ToDoubleFunction<T> sizes, DoubleFunction<T> values) {
  private static final List<Scale<?>> ALL =
      List.of(
          new Scale<>(Integer.class, Integer::doubleValue, size -> (int) Math.floor(size)),
          new Scale<>(Long.class, Long::doubleValue, size -> (long) Math.floor(size)),
          new Scale<>(Double.class, Double::doubleValue, Double::valueOf),
          new Scale<>(
              Duration.class, Duration::toNanos, size -> Duration.ofNanos((long) Math.floor(size))),
          new Scale<>(Share.class, Share::value, Share::new),
          new Scale<>(Rate.class, Rate::perSecond, Rate::new),
          new Scale<>(
              Drift.class, Drift::partsPerBillion, size -> new Drift((long) Math.floor(size))));

  /** The scale of a type; empty when its values have no size. */
  @SuppressWarnings("unchecked") // A scale of that type is what is looked for.
  public static <T> Optional<Scale<T>> of(Class<T> type) {
    return ALL.stream()
        .filter(scale -> scale.type == type)
        .map(scale -> (Scale<T>) scale)
        .findFirst();
  }

  /**
   * The scale of a value's type.
   *
   * @throws IllegalArgumentException when values of its type have no size
   */
  @SuppressWarnings("unchecked") // An object's class is the class of its type.
  public static <T> Scale<T> of(T value) {
    return of((Class<T>) value.getClass())
        .orElseThrow(() -> new IllegalArgumentException("there is nothing between such values"));
  }

  /** The size of a value. */
  public double size(T value) {
    return sizes.applyAsDouble(value);
  }

  /** The value of a size. */
  public T value(double size) {
    return values.apply(size);
  }
}
