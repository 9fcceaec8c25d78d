package dev.faultline.cli.terminal;

/**
 * How text looks on a terminal.
 *
 * @param colours does it understand colours?
 * @param unicode does it show more than ASCII?
 */
public record Ink(boolean colours, boolean unicode) {
  /** Neither colours nor anything beyond ASCII: what a file or a pipe in an old locale gets. */
  public static final Ink PLAIN = new Ink(false, false);

  private static final String RESET = "\u001b[0m";

  /** Something ended as it should. */
  public String good(String text) {
    return coloured("\u001b[1;32m", text);
  }

  /** Something is broken. */
  public String bad(String text) {
    return coloured("\u001b[1;31m", text);
  }

  /** Something is neither good nor bad. */
  public String doubtful(String text) {
    return coloured("\u001b[1;33m", text);
  }

  /** What the eye should find first. */
  public String strong(String text) {
    return coloured("\u001b[1m", text);
  }

  /** What the eye may skip. */
  public String faint(String text) {
    return coloured("\u001b[2m", text);
  }

  private String coloured(String code, String text) {
    return colours && !text.isEmpty() ? code + text + RESET : text;
  }

  /** The same text in characters that the terminal shows. */
  public String legible(String text) {
    if (unicode) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints().forEach(c -> ascii.append(inAscii(c)));
    return ascii.toString();
  }

  private static String inAscii(int character) {
    return switch (character) {
      case '·' -> "|";
      case '→' -> "->";
      case '–', '—' -> "-";
      case '…' -> "...";
      case '×' -> "x";
      case 'µ' -> "u";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      default -> character < 128 ? Character.toString(character) : "?";
    };
  }
}
