package dev.faultline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructuralHashTest {
  private enum Colour {
    RED,
    GREEN
  }

  private record Any(Object value) {}

  private record Other(Object value) {}

  private record Pair(long a, long b) {}

  private record Fact(long term, String text, NodeId node, List<Long> list, Optional<Pair> pair) {}

  private static long hash(Object value) {
    return StructuralHash.of(new Any(value));
  }

  @Test
  @DisplayName("a fact hashes to the same value for ever, on every JVM")
  void golden() {
    Fact fact = new Fact(3, "x=1", NodeId.of("n1"), List.of(1L, 2L), Optional.of(new Pair(4, 5)));
    assertThat(StructuralHash.of(fact)).isEqualTo(GOLDEN);
  }

  private static final long GOLDEN = 4024124484470900478L;

  @Test
  @DisplayName("equal content hashes alike, whatever collection holds it")
  void equalContent() {
    assertThat(hash(List.of(1L, 2L))).isEqualTo(hash(new LinkedList<>(List.of(1L, 2L))));
    assertThat(hash(new TreeSet<>(Set.of(2L, 1L)))).isEqualTo(hash(new TreeSet<>(Set.of(1L, 2L))));
    assertThat(hash(new String("a"))).isEqualTo(hash("a"));
    assertThat(hash(NodeId.of("n1"))).isEqualTo(hash(NodeId.of("n1")));
  }

  static Stream<List<Object>> differences() {
    return Stream.of(
        List.of(0L, 3L, -3L, Long.MIN_VALUE, 1L << 32),
        List.of("", "a", "b", "ab", "ba", "aaa", "aa"),
        List.of(true, false),
        List.of(Colour.RED, Colour.GREEN),
        List.of(NodeId.of("n1"), NodeId.of("n2")),
        List.of(Optional.empty(), Optional.of(0L), Optional.of(9L)),
        List.of(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(4)),
        List.of(1.5, 2.5, -1.5),
        List.of(Duration.ZERO, Duration.ofMillis(1)),
        List.of(List.of(), List.of(5L), List.of(5L, 6L), List.of(6L, 5L), List.of(List.of(5L, 6L))),
        List.of(new Pair(1, 2), new Pair(2, 1), new Any(7L), new Other(7L)),
        List.of(
            new TreeMap<>(Map.of("a", 8L)),
            new TreeMap<>(Map.of("b", 8L)),
            new TreeMap<>(Map.of("a", 9L))));
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("different content hashes differently")
  void differences(List<Object> values) {
    Set<Long> hashes = new HashSet<>();
    values.forEach(value -> assertThat(hashes.add(hash(value))).as("%s", value).isTrue());
  }

  private record Often(
      long wide,
      int narrow,
      byte small,
      @Nullable String text,
      @Nullable NodeId node,
      boolean truth,
      Optional<Pair> pair) {}

  private static Often often(int i) {
    String text = i % 3 == 0 ? null : "t" + i;
    NodeId node = i % 5 == 0 ? null : NodeId.of("n" + i);
    return new Often(
        i * 5_000_000_000L, -i, (byte) i, text, node, i % 2 == 0, Optional.of(new Pair(i, -i)));
  }

  private static long[] hashesOfOften() {
    return IntStream.range(0, 3_000).mapToLong(i -> StructuralHash.of(often(i))).toArray();
  }

  @Test
  @DisplayName("records that are hashed often keep their hashes")
  void often() {
    long[] first = hashesOfOften();
    hashesOfOften();
    assertThat(hashesOfOften()).isEqualTo(first).doesNotHaveDuplicates();
  }

  private record OftenRefused(Object value) {}

  @Test
  @DisplayName("what is refused is refused however often its like was hashed")
  void refusedAfterMany() {
    for (int i = 0; i < 6_000; i++) {
      assertThat(StructuralHash.of(new OftenRefused(i))).isNotZero();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructuralHash.of(new OftenRefused(new Object())))
        .withMessageContaining("records of numbers, texts");
  }

  static Stream<Object> refused() {
    return Stream.of(
        Set.of(1L),
        new HashSet<>(List.of(1L)),
        Map.of("a", 1L),
        new HashMap<>(Map.of("a", 1L)),
        new long[] {1},
        new StringBuilder("a"),
        new Object());
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("what has no fixed order or content is refused, with its class")
  void refused(Object value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hash(value))
        .withMessageContaining("records of numbers, texts")
        .withMessageContaining(value.getClass().getName());
  }

  @Test
  @DisplayName("a fact that is no record is refused")
  void notRecord() {
    assertThatIllegalArgumentException().isThrownBy(() -> StructuralHash.of("text"));
  }
}
