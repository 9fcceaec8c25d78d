package dev.faultline.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {
  @Test
  @DisplayName("names order naturally: n2 before n10, digits before letters")
  void naturalOrder() {
    List<String> ordered =
        List.of("a", "n", "n01", "n1", "n2", "n2-a", "n2-b", "n9", "n10", "n10-1", "n100", "na");
    List<NodeId> ids = new ArrayList<>(ordered.reversed().stream().map(NodeId::of).toList());
    ids.sort(null);
    assertThat(ids).extracting(NodeId::name).isEqualTo(ordered);
  }

  @Test
  @DisplayName("two ids are equal when their names are")
  void equality() {
    assertThat(NodeId.of("n1")).isEqualTo(NodeId.parse("n1")).hasSameHashCodeAs(NodeId.of("n1"));
    assertThat(NodeId.of("n1")).isNotEqualTo(NodeId.of("n01")).isNotEqualTo("n1");
    assertThat(NodeId.of("n1").key()).isEqualTo(Hash.of("n1"));
    assertThat(NodeId.of("n1")).hasToString("n1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1n", "n 1", "n.1", "-n", "né", "n1\n"})
  @DisplayName("other names are refused")
  void refused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeId.of(name))
        .withMessageContaining("a node's name is a letter, then letters, digits, - or _")
        .withMessageContaining("'" + name + "'");
  }

  @Test
  @DisplayName("a name has at most 63 characters")
  void length() {
    assertThat(NodeId.of("n".repeat(63)).name()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> NodeId.of("n".repeat(64)));
  }

  @Property(tries = 500)
  @Label("the natural order is a total order, consistent with equality")
  void totalOrder(@ForAll("names") String a, @ForAll("names") String b, @ForAll("names") String c) {
    NodeId x = NodeId.of(a);
    NodeId y = NodeId.of(b);
    NodeId z = NodeId.of(c);
    assertThat(Integer.signum(x.compareTo(y))).isEqualTo(-Integer.signum(y.compareTo(x)));
    assertThat(x.compareTo(y) == 0).isEqualTo(a.equals(b));
    if (x.compareTo(y) <= 0 && y.compareTo(z) <= 0) {
      assertThat(x).isLessThanOrEqualTo(z);
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars('0', '1', '9', 'a', 'n', '-')
        .ofMaxLength(5)
        .map(rest -> "n" + rest);
  }
}
