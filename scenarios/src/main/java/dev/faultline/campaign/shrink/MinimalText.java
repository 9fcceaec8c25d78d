package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioWriter;

/** The file of a minimal scenario: what is wrong, how to see it, and the scenario. */
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
    comment(text, command);
    return text + new ScenarioWriter(protocols).printBriefly(minimal.scenario());
  }

  private static void comment(StringBuilder text, String line) {
    text.append("# ").append(line).append('\n');
  }
}
