package dev.faultline.cli.fuzz;

import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.cli.terminal.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person what a campaign found, the most important first. */
public final class CampaignSummary {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String scenario;
  private final CampaignResult result;
  private final Ink ink;
  private final Rows rows;

  /**
   * @param scenario its name
   */
  public CampaignSummary(String scenario, CampaignResult result, Ink ink) {
    this.scenario = scenario;
    this.result = result;
    this.ink = ink;
    this.rows = new Rows(ink);
  }

  /** The summary in text, several lines. */
  public String text() {
    rows.line(0, word() + "  " + ink.strong(scenario) + "  " + course());
    result.groups().forEach(this::group);
    rows.gap().row("seeds", seeds());
    return rows.toString();
  }

  private String word() {
    return result.groups().isEmpty() ? ink.good("PASS") : ink.bad("VIOLATION");
  }

  private String course() {
    double seconds = result.wallNanos() / NANOS_PER_SECOND;
    return Figures.count(result.counts().total(), "seed")
        + " in "
        + Figures.duration(result.wallNanos())
        + " · "
        + Figures.count(Math.round(result.counts().total() / seconds))
        + "/s · "
        + Figures.duration(result.simulatedNanos())
        + " simulated";
  }

  private void group(FailureGroup group) {
    new Violations(rows, group.smallest().result().violations()).write();
    rows.gap().row("seeds", seeds(group));
  }

  private static String seeds(FailureGroup group) {
    String shown =
        group.seeds().stream().map(seed -> Long.toString(seed)).collect(Collectors.joining(", "));
    long more = group.count() - group.seeds().size();
    return shown + (more > 0 ? " and " + Figures.count(more) + " more" : "");
  }

  private String seeds() {
    SeedCounts counts = result.counts();
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(counts.passed()) + " passed");
    parts.add(Figures.count(counts.failed()) + " failed");
    if (counts.undecided() > 0) {
      parts.add(Figures.count(counts.undecided()) + " undecided");
    }
    if (counts.idle() > 0) {
      parts.add(Figures.count(counts.idle()) + " without a successful operation");
    }
    return String.join(" · ", parts) + end();
  }

  private String end() {
    return switch (result.end()) {
      case CampaignEnd.AllSeeds all -> "";
      case CampaignEnd.TimeUp up -> "; the time was up";
      case CampaignEnd.EnoughFailures enough -> "; stopped there";
      case CampaignEnd.Interrupted interrupted -> "; interrupted";
      case CampaignEnd.Stuck stuck -> "; then a handler never returned";
      case CampaignEnd.OutOfMemory full -> "; then the memory was full";
      case CampaignEnd.CannotWrite trouble -> "; then files could not be written";
    };
  }
}
