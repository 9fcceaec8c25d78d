package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void shortensToTheWidth() {
    assertThat(Labels.shorten("partition", 9, String::length)).isEqualTo("partition");
    assertThat(Labels.shorten("partition", 8, String::length)).isEqualTo("partiti…");
    assertThat(Labels.shorten("crash  n1", 7, String::length)).isEqualTo("crash…");
    assertThat(Labels.shorten("partition", 3, String::length)).isEmpty();
  }

  @Test
  void controlCharactersBecomeSpaces() {
    assertThat(Labels.printable("a\u0000b\nc\u009fd é")).isEqualTo("a b c d é");
  }

  @Test
  void widerTextsAreWider() {
    assertThat(Labels.width("", Style.LABEL_FONT)).isZero();
    assertThat(Labels.width("crash n4", Style.LABEL_FONT))
        .isGreaterThan(Labels.width("crash", Style.LABEL_FONT));
  }
}
