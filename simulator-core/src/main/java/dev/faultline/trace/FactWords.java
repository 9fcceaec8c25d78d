package dev.faultline.trace;

import dev.faultline.values.RecordShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words for facts that have none of their own: the name of the class, then what it says. */
final class FactWords {
  private FactWords() {}

  /** {@code "promised (ballot 3, previous n2)"} for {@code Promised(3, n2)}. */
  static String of(Fact fact) {
    String name = words(fact.getClass().getSimpleName()).toLowerCase(Locale.ROOT);
    if (!fact.getClass().isRecord()) {
      return name;
    }
    RecordShape shape = RecordShape.of(fact.getClass());
    String components =
        IntStream.range(0, shape.size())
            .mapToObj(i ->
                words(shape.name(i)).toLowerCase(Locale.ROOT) + " " + value(shape.read(fact, i)))
            .collect(Collectors.joining(", "));
    return components.isEmpty() ? name : name + " (" + components + ")";
  }

  /** Splits a name before each capital letter. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case Optional<?> optional -> optional.<String>map(FactWords::value).orElse("none");
      case List<?> list ->
          list.stream().map(FactWords::value).collect(Collectors.joining(", ", "[", "]"));
      default -> String.valueOf(value);
    };
  }
}
