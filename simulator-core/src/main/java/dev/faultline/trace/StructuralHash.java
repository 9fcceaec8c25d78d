package dev.faultline.trace;

import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of what a fact, an operation or a message says: of its components, never of
 * identities, so that it is the same on every JVM.
 */
public final class StructuralHash {
  private static final long NOTHING = Hash.of("nothing");

  private StructuralHash() {}

  /**
   * Hashes a record with all it contains.
   *
   * @throws IllegalArgumentException for a component whose order or content is not fixed: an
   *     unordered set or map, an array, a mutable or unknown class
   */
  public static long of(Object record) {
    return RecordHash.of(record);
  }

  /** The hash of a text: the language specifies {@link String#hashCode}, and the JVM keeps it. */
  static long ofText(@Nullable String text) {
    return text == null ? NOTHING : Hash.mix(((long) text.length() << 32) ^ text.hashCode());
  }

  static long ofNode(@Nullable NodeId node) {
    return node == null ? NOTHING : node.key();
  }

  static long ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case String text -> ofText(text);
      case NodeId node -> ofNode(node);
      case Record record -> of(record);
      case Long number -> number;
      case Integer number -> number;
      case Boolean truth -> truth ? 1 : 2;
      case Enum<?> constant -> ofText(constant.name());
      case Optional<?> optional -> ofValue(optional.orElse(null));
      case List<?> list -> ofAll(list);
      case SortedSet<?> set -> ofAll(set);
      case SortedMap<?, ?> map -> ofEntries(map);
      case OptionalLong optional ->
          optional.isPresent() ? Hash.combine(1, optional.getAsLong()) : NOTHING;
      case Double number -> Double.doubleToLongBits(number);
      case Byte number -> number;
      case Short number -> number;
      case Character character -> character;
      case Float number -> Float.floatToIntBits(number);
      case Duration duration -> duration.toNanos();
      default -> throw unsupported(value);
    };
  }

  private static long ofAll(Collection<?> values) {
    long hash = values.size();
    for (Object value : values) {
      hash = Hash.combine(hash, ofValue(value));
    }
    return hash;
  }

  private static long ofEntries(Map<?, ?> map) {
    long hash = map.size();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      hash = Hash.combine(Hash.combine(hash, ofValue(entry.getKey())), ofValue(entry.getValue()));
    }
    return hash;
  }

  private static IllegalArgumentException unsupported(Object value) {
    return new IllegalArgumentException(
        "facts, operations and messages are records of numbers, texts, enums, nodes, optionals,"
            + " lists and records of such; this one contains a "
            + value.getClass().getName());
  }
}
