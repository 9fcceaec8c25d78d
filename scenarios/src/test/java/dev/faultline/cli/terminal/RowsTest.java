package dev.faultline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows of names and values, and characters that a terminal shows. */
class RowsTest {
  private static final Ink UNICODE = new Ink(false, true);

  @Test
  void longValuesGoOnBelow() {
    String value = "word ".repeat(30).strip();
    String text = new Rows(UNICODE).row("name", value).toString();

    assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= 96);
    assertThat(text.lines().findFirst().orElseThrow()).startsWith("  name          word word");
    assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith(" ".repeat(16) + "word"));
    assertThat(text.replaceAll("\\s+", " ").strip()).isEqualTo("name " + value);
  }

  @Test
  void aWordWithoutSpacesIsBrokenAnywhere() {
    assertThat(Rows.wrap("x".repeat(25), 10))
        .containsExactly("x".repeat(10), "x".repeat(10), "xxxxx");
  }

  @Test
  void commandsAreNeverBroken() {
    assertThat(new Rows(UNICODE).whole("replay", "x ".repeat(100)).toString()).hasLineCount(1);
  }

  @Test
  void asciiTerminalsGetAscii() {
    assertThat(Ink.PLAIN.legible("a · b → c – d … µs ‘e’ ü"))
        .isEqualTo("a | b -> c - d ... us 'e' ?");
    assertThat(UNICODE.legible("a · b")).isEqualTo("a · b");
  }

  @Test
  void coloursWrapOnlyText() {
    Ink ink = new Ink(true, true);

    assertThat(ink.bad("no")).isEqualTo("\u001b[1;31mno\u001b[0m");
    assertThat(ink.good("")).isEmpty();
    assertThat(UNICODE.good("yes")).isEqualTo("yes");
  }
}
