package dev.faultline.random;

import dev.faultline.values.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alters values the way bit errors do: one component of a record, through its constructor. */
public final class Corruption {
  private Corruption() {}

  /**
   * A copy that differs in one place.
   *
   * @param bits decide where and how
   * @return empty when nothing in it can be altered, or when its own constructor refuses the
   *     altered value, which counts as noticed
   */
  public static Optional<Object> alter(Object value, long bits) {
    KeyedRandom random = new KeyedRandom(bits);
    return altered(value, random);
  }

  private static Optional<Object> altered(@Nullable Object value, KeyedRandom random) {
    return switch (value) {
      case null -> Optional.empty();
      case Record record -> alteredRecord(record, random);
      case Long number -> Optional.of(number ^ (1L << random.nextInt(8)));
      case Integer number -> Optional.of(number ^ (1 << random.nextInt(8)));
      case Boolean truth -> Optional.of(!truth);
      case String text -> Optional.of(alteredText(text, random));
      case Enum<?> constant -> alteredEnum(constant, random);
      case Optional<?> optional ->
          optional.isPresent()
              ? altered(optional.get(), random).map(Optional::of)
              : Optional.empty();
      case List<?> list -> alteredList(list, random);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> alteredRecord(Object record, KeyedRandom random) {
    RecordShape shape = RecordShape.of(record.getClass());
    if (shape.size() == 0) {
      return Optional.empty();
    }
    int first = random.nextInt(shape.size());
    for (int i = 0; i < shape.size(); i++) {
      int component = (first + i) % shape.size();
      Optional<Object> changed = altered(shape.read(record, component), random);
      if (changed.isPresent()) {
        return shape.with(record, component, changed.get());
      }
    }
    return Optional.empty();
  }

  private static String alteredText(String text, KeyedRandom random) {
    if (text.isEmpty()) {
      return "?";
    }
    int place = random.nextInt(text.length());
    char other = (char) (text.charAt(place) ^ (1 << random.nextInt(3)));
    return text.substring(0, place) + other + text.substring(place + 1);
  }

  private static Optional<Object> alteredEnum(Enum<?> constant, KeyedRandom random) {
    Object[] all = constant.getDeclaringClass().getEnumConstants();
    if (all.length < 2) {
      return Optional.empty();
    }
    Object other = all[random.nextInt(all.length - 1)];
    return Optional.of(other.equals(constant) ? all[all.length - 1] : other);
  }

  private static Optional<Object> alteredList(List<?> list, KeyedRandom random) {
    if (list.isEmpty()) {
      return Optional.empty();
    }
    int place = random.nextInt(list.size());
    return altered(list.get(place), random)
        .map(changed -> {
          List<Object> copy = new ArrayList<>(list);
          copy.set(place, changed);
          return List.copyOf(copy);
        });
  }
}
