package dev.faultline.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/** Lines with a name at the left and what is to say about it at the right. */
public final class Rows {
  private static final int WIDTH = 96;
  private static final int NAME = 14;
  private static final String INDENT = "  ";
  private static final int VALUE_WIDTH = WIDTH - INDENT.length() - NAME;
  private static final String SEPARATOR = " · ";

  private final Ink ink;
  private final StringBuilder text = new StringBuilder();

  public Rows(Ink ink) {
    this.ink = ink;
  }

  /** A row; text that is too wide goes on below, at the same column. */
  public Rows row(String name, String value) {
    return row(name, wrap(value, VALUE_WIDTH));
  }

  /** A row of things beside each other; it is broken only between them. */
  public Rows items(String name, List<String> items) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String item : items) {
      if (!line.isEmpty() && line.length() + SEPARATOR.length() + item.length() > VALUE_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : SEPARATOR).append(item);
    }
    lines.add(line.toString());
    return row(name, lines);
  }

  /** A row of several lines. */
  public Rows row(String name, List<String> lines) {
    return row(name, NAME, lines);
  }

  private Rows row(String name, int width, List<String> lines) {
    String label = INDENT + pad(name, width);
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? ink.faint(label) : " ".repeat(label.length()))
          .append(ink.legible(lines.get(i)))
          .append('\n');
    }
    return this;
  }

  /** A row for each entry; the names' column is as wide as the longest. */
  public Rows rows(SequencedMap<String, String> entries) {
    int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    entries.forEach((name, value) ->
        row(name, Math.max(NAME, width), wrap(value, WIDTH - INDENT.length() - width)));
    return this;
  }

  /** A row that is never broken, so that it can be copied. */
  public Rows whole(String name, String value) {
    return row(name, List.of(value));
  }

  /** A line of its own, indented by so many columns. */
  public Rows line(int indent, String line) {
    text.append(" ".repeat(indent)).append(ink.legible(line)).append('\n');
    return this;
  }

  /** An empty line. */
  public Rows gap() {
    text.append('\n');
    return this;
  }

  /** Is there no row yet? */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Everything so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** Fills a text with spaces. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  /** Breaks a text at spaces. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.replace('\n', ' ');
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int at = space > 0 ? space : width;
      lines.add(rest.substring(0, at));
      rest = rest.substring(at).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
