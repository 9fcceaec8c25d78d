package dev.faultline.scenario.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, ab, 1",
    "ab, abc, 1",
    "abc, bac, 1",
    "ca, abc, 3",
    "kitten, sitting, 3",
    "'', abc, 3"
  })
  void countsEdits(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
    assertThat(Spelling.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void findsTheNearestOfSeveral() {
    List<String> known = List.of("latency", "loss", "duplicate");
    assertThat(Spelling.nearest("los", known)).contains("loss");
    assertThat(Spelling.nearest("LATENCY", known)).contains("latency");
    assertThat(Spelling.hint("duplciate", known)).isEqualTo("; did you mean 'duplicate'?");
  }

  @Test
  void keepsQuietWhenNothingIsNear() {
    assertThat(Spelling.hint("weather", List.of("latency", "loss"))).isEmpty();
    assertThat(Spelling.hint("x", List.of())).isEmpty();
  }
}
