package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioWriter;
import java.util.Locale;

/** The file of a minimal scenario: what is wrong, how to see it, the scenario, what happens. */
public final class MinimalText {
  private final Protocols protocols;

  /** Scenarios name these protocols. */
  public MinimalText(Protocols protocols) {
    this.protocols = protocols;
  }

  /**
   * The contents of the file.
   *
   * @param command what a person types to run it
   */
  public String of(Minimal minimal, String command) {
    StringBuilder text = new StringBuilder();
    comment(text, minimal.violation().check() + ": " + minimal.violation().message());
    comment(text, "Replay it with: " + command);
    text.append(new ScenarioWriter(protocols).printBriefly(minimal.scenario()));
    comment(text, "");
    comment(text, "What has to happen, " + minimal.steps().size() + " steps:");
    int number = 0;
    for (Step step : minimal.steps()) {
      String facts = step.facts().isEmpty() ? "" : ": " + String.join(", ", step.facts());
      String line =
          String.format(
              Locale.ROOT,
              "%3d  %8s  %-6s  %s%s",
              ++number,
              moment(step.time()),
              step.who(),
              step.what(),
              facts);
      comment(text, line);
    }
    return text.toString();
  }

  private static String moment(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  private static void comment(StringBuilder text, String line) {
    text.append(("# " + line).stripTrailing()).append('\n');
  }
}
