package dev.faultline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Sighting;
import dev.faultline.check.Violation;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  private record Voted(long term) implements Fact {}

  private record Led(long term) implements Fact {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "term 3 has two leaders, n1 and n2 | term 117 has two leaders, n5 and n4",
        "no write of c1, c2 succeeded within 2.29s | no write of c4 succeeded within 3s",
        "no write of c1, c2 and c3 succeeded within 2.29s | no write of c4 succeeded within 3s",
        "c7 put k5 = c7-3 (219.57ms..230.613ms), and after that c5 got k5 absent (1s..2s)"
            + " | c1 put k1 = c2-8 (1.5s..9s), and after that c2 got k1 absent (3s..4s)",
        "no order explains that c1 read v3; the last was c2 wrote v1"
            + " | no order explains that c1 changed v3 to v4; the last was c2 appended v1 to v2",
        "Wrote[version=3] comes after Wrote[version=4] | Wrote[version=1] comes after Wrote[version=1]",
      })
  void whatDiffersFromRunToRunIsLeftOut(String one, String other) {
    assertThat(Shape.of(violation("a/rule", one))).isEqualTo(Shape.of(violation("a/rule", other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n1 removed entries from 4 on | n1 applied entry 4 after entry 9",
        "c7 put k5 = c7-3, and after that c5 got k5 absent | c5 got k5 = c7-3, but nobody wrote it",
      })
  void whatIsSaidCounts(String one, String other) {
    assertThat(Shape.of(violation("a/rule", one)))
        .isNotEqualTo(Shape.of(violation("a/rule", other)));
  }

  @Test
  void theCheckAndTheKindsOfFactsCount() {
    Shape shape = Shape.of(violation("a/rule", "n1 is wrong", new Voted(1), new Led(2)));

    assertThat(shape)
        .isEqualTo(Shape.of(violation("a/rule", "n2 is wrong", new Voted(5), new Led(5))));
    assertThat(shape)
        .isNotEqualTo(Shape.of(violation("b/rule", "n1 is wrong", new Voted(1), new Led(2))));
    assertThat(shape).isNotEqualTo(Shape.of(violation("a/rule", "n1 is wrong", new Led(2))));
    assertThat(shape.text()).isEqualTo("# is wrong (Voted, Led)");
  }

  @Test
  void whatThrewIsKnownByItsPlace() {
    Shape shape = Shape.of(thrown(new IllegalStateException("entry 7 of n1"), "Node.java:12"));

    assertThat(shape)
        .isEqualTo(Shape.of(thrown(new IllegalStateException("entry 8 of n2"), "Node.java:12")));
    assertThat(shape)
        .isNotEqualTo(Shape.of(thrown(new IllegalStateException("entry 7 of n1"), "Node.java:99")));
    assertThat(shape)
        .isNotEqualTo(Shape.of(thrown(new ArithmeticException("entry 7 of n1"), "Node.java:12")));
  }

  @Test
  void theNameOfTheFolderTellsTheCheckAndStaysTheSame() {
    assertThat(new Shape("raft/commit-own-term", "# is wrong").fileName())
        .isEqualTo(new Shape("raft/commit-own-term", "# is wrong").fileName())
        .matches("raft-commit-own-term-[0-9a-f]{8}");
    assertThat(new Shape("a/rule", "one thing").fileName())
        .isNotEqualTo(new Shape("a/rule", "another").fileName());
  }

  @Test
  void manyShapesHaveAsManyFolders() {
    assertThat(IntStream.range(0, 2000).mapToObj(i -> new Shape("a/rule", "thing " + i).fileName()))
        .doesNotHaveDuplicates();
  }

  private static Violation violation(String check, String message, Fact... facts) {
    List<Sighting> evidence =
        Arrays.stream(facts).map(fact -> new Sighting(fact, NodeId.of("n1"), 5, 6)).toList();
    return new Violation(check, message, 7, 8, evidence, Optional.empty());
  }

  private static Violation thrown(RuntimeException exception, String place) {
    String stack =
        exception + "\n  at some.Node.receive(" + place + ")\n  at some.Other(X.java:1)\n";
    return new Violation("exception", "n1 threw " + exception, 7, 8, List.of(), Optional.of(stack));
  }
}
