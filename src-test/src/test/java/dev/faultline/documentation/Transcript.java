package dev.faultline.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands of a block and what they print.
 *
 * <p>A block {@code sh} has a command a line. A block {@code console} has commands after {@code $},
 * each followed by what it prints; nothing there means that it does not matter, and a line with an
 * ellipsis stands for any lines.
 */
record Transcript(List<Step> steps) {
  private static final String PROMPT = "$ ";

  /** Stands for any lines. */
  static final String ANYTHING = "…";

  /** A command and the lines that it prints. */
  record Step(String command, List<String> output) {
    boolean printed(String actual) {
      return output.isEmpty() || expected().matcher(masked(actual)).matches();
    }

    private Pattern expected() {
      return Pattern.compile(
          output.stream()
              .map(line ->
                  line.strip().equals(ANYTHING)
                      ? "(?:.*\\n)*?"
                      : Pattern.quote(masked(line.stripTrailing())) + "\\n")
              .collect(Collectors.joining()));
    }

    /** What differs from one machine to the next: the time on the wall, and the commit. */
    private static String masked(String text) {
      return text.replaceAll(" in [0-9. ]+ (µs|ms|s) ·", " in a moment ·")
          .replaceAll("0\\.1\\.0\\+[0-9a-z-]+", "0.1.0")
          .replaceAll("[ \\t]+(?=\\n)", "");
    }
  }

  static Transcript of(Page.Block block) {
    return switch (block.language()) {
      case "sh" ->
          new Transcript(
              block.lines().stream()
                  .filter(line -> !line.isBlank() && !line.startsWith("#"))
                  .map(line -> new Step(line, List.of()))
                  .toList());
      case "console" -> dialogue(block.lines());
      default -> new Transcript(List.of());
    };
  }

  private static Transcript dialogue(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (steps.isEmpty()) {
        throw new IllegalArgumentException("a console begins with '$ ', got: " + line);
      } else {
        steps.get(steps.size() - 1).output().add(line);
      }
    }
    return new Transcript(steps);
  }
}
