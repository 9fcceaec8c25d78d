package dev.faultline.scenario.tree;

import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.scenario.tree.Tree.Kind;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.scenario.tree.Tree.Sequence;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints trees as YAML for people: what fits on a line stands on a line in flow style, the rest is
 * spread out; a list of mappings has an entry a line.
 */
public final class TreePrinter {
  private static final int WIDTH = 120;

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** Text that needs no quotes within braces: it begins like a word or a number. */
  private static final Pattern PLAIN_WITHIN =
      Pattern.compile("[\\p{L}0-9_./-][\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} &&[^:#,\\[\\]{}]]*");

  /** Text that needs no quotes on a line of its own. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}0-9_./-][\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} &&[^:#]]*");

  /** Plain text that YAML, old or new, takes for something else. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?i)true|false|yes|no|on|off|y|n|null"
              + "|[-+]?[.0-9][0-9_,.]*(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|[-+]?\\.(inf|nan)"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-.]|-\\s.*|.*\\s|(---|\\.\\.\\.).*");

  private final StringBuilder out = new StringBuilder();

  private TreePrinter() {}

  /** Prints a document. */
  public static String print(Mapping document) {
    TreePrinter printer = new TreePrinter();
    document.entries().forEach(entry -> printer.entry(entry, 0));
    return printer.out.toString();
  }

  private void entry(Entry entry, int indent) {
    out.append(" ".repeat(indent)).append(key(entry)).append(':');
    below(entry.value(), indent);
  }

  /** The value of a key whose line has begun. */
  private void below(Tree value, int indent) {
    if (value instanceof Scalar scalar) {
      out.append(' ').append(scalar(scalar, indent == 0 ? PLAIN : PLAIN_WITHIN)).append('\n');
      return;
    }
    String flow = flow(value);
    int begun = out.length() - (out.lastIndexOf("\n") + 1);
    if (!isTable(value) && begun + 1 + flow.length() <= WIDTH) {
      out.append(' ').append(flow).append('\n');
      return;
    }
    out.append('\n');
    switch (value) {
      case Mapping mapping -> mapping.entries().forEach(entry -> entry(entry, indent + 2));
      case Sequence sequence -> sequence.items().forEach(item -> item(item, indent + 2));
      case Scalar scalar -> throw new AssertionError("a scalar stands on its line");
    }
  }

  /** An entry of a list; even one that is too wide keeps to its line. */
  private void item(Tree item, int indent) {
    out.append(" ".repeat(indent)).append("- ").append(flow(item)).append('\n');
  }

  private static boolean isTable(Tree value) {
    return value instanceof Sequence sequence
        && !sequence.items().isEmpty()
        && sequence.items().stream().allMatch(Mapping.class::isInstance);
  }

  private static String flow(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> scalar(scalar, PLAIN_WITHIN);
      case Sequence sequence ->
          sequence.items().stream()
              .map(TreePrinter::flow)
              .collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping when mapping.entries().isEmpty() -> "{}";
      case Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> key(entry) + ": " + flow(entry.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  /** Keys are words: YAML 1.2 takes none of them for anything else, not even {@code on}. */
  private static String key(Entry entry) {
    return WORD.matcher(entry.key()).matches() ? entry.key() : quoted(entry.key());
  }

  private static String scalar(Scalar scalar, Pattern plain) {
    String text = scalar.text();
    boolean bare =
        scalar.kind() != Kind.TEXT
            || (plain.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches());
    return bare ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> escape(c, quoted));
    return quoted.append('"').toString();
  }

  private static void escape(int c, StringBuilder quoted) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (isVisible(c)) {
          quoted.appendCodePoint(c);
        } else {
          quoted.append(String.format(Locale.ROOT, "\\U%08x", c));
        }
      }
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
