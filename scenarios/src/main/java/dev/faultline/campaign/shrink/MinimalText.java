package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The file of a minimal scenario: what is wrong, how to see it, the scenario, what happens. */
public final class MinimalText {
  private static final int WIDTH = 118;

  private final Protocols protocols;
  private final StringBuilder text = new StringBuilder();

  private MinimalText(Protocols protocols) {
    this.protocols = protocols;
  }

  /**
   * The contents of the file.
   *
   * @param protocols among them the one of the scenario
   * @param command what a person types to run it
   */
  public static String of(Minimal minimal, Protocols protocols, String command) {
    MinimalText file = new MinimalText(protocols);
    file.write(minimal, command);
    return file.text.toString();
  }

  private void write(Minimal minimal, String command) {
    comment(minimal.violation().check() + " is broken: " + minimal.violation().message(), 0);
    comment("Run it: " + command, 0);
    if (minimal.end() == Minimal.End.SMALLEST) {
      comment("Nothing simpler that breaks the rule in the same way was found.", 0);
    }
    text.append(new ScenarioWriter(protocols).printBriefly(minimal.scenario()));
    text.append('\n');
    steps(minimal);
  }

  private void steps(Minimal minimal) {
    List<Step> steps = minimal.steps();
    String rest =
        minimal.end() == Minimal.End.SMALLEST
            ? "; all other messages can be lost:"
            : ", and perhaps not all of them; the search was cut short:";
    comment("What has to happen, in " + steps.size() + " steps" + rest, 0);
    int who = steps.stream().mapToInt(step -> step.who().length()).max().orElse(0);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String begin =
          String.format(
              Locale.ROOT, "%4d  %8.1f ms  %-" + who + "s  ", i + 1, step.time() / 1e6, step.who());
      String facts = String.join(", ", step.facts());
      comment(begin + step.what() + (facts.isEmpty() ? "" : ": " + facts), begin.length());
    }
  }

  /** A comment of as many lines as it needs, the later ones indented. */
  private void comment(String words, int indent) {
    for (String line : lines(words, indent)) {
      text.append("# ").append(line).append('\n');
    }
  }

  private static List<String> lines(String words, int indent) {
    List<String> lines = new ArrayList<>();
    String rest = words.replace('\n', ' ');
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > indent) {
      int space = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, space));
      rest = " ".repeat(indent) + rest.substring(space + 1);
    }
    lines.add(rest);
    return lines;
  }
}
