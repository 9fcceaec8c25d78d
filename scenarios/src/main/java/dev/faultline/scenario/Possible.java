package dev.faultline.scenario;

import java.util.List;

/** The values that may be drawn for something; a single value is what it always is. */
public sealed interface Possible<T> {
  /** Exactly this. */
  static <T> Possible<T> only(T value) {
    return new OneOf<>(List.of(value));
  }

  /** Any of these; one that is listed twice comes up twice as often. */
  record OneOf<T>(List<T> values) implements Possible<T> {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("oneOf lists at least one value");
      }
    }
  }

  /**
   * Anything from the least to the most, both included; small values come up more often.
   *
   * @param <T> a type that has a {@link Scale}
   */
  record Between<T>(T least, T most) implements Possible<T> {
    public Between {
      if (Scale.of(least).size(least) > Scale.of(most).size(most)) {
        throw new IllegalArgumentException("expected the smaller value first");
      }
    }
  }
}
