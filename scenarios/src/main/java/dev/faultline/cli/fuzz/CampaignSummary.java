package dev.faultline.cli.fuzz;

import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.Coverage;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.publish.CampaignReport;
import dev.faultline.campaign.publish.Finding;
import dev.faultline.check.Verdict;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.Rows;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells a person what a campaign found, the most important first. */
public final class CampaignSummary {
  private static final int SHOWN_FINDINGS = 5;
  private static final int SHOWN_BRIEFLY = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  private final CampaignReport report;
  private final Ink ink;
  private final Rows rows;

  private CampaignSummary(CampaignReport report, Ink ink) {
    this.report = report;
    this.ink = ink;
    this.rows = new Rows(ink);
  }

  /** The summary in text, several lines. */
  public static String of(CampaignReport report, Ink ink) {
    CampaignSummary summary = new CampaignSummary(report, ink);
    summary.write();
    return summary.rows.toString();
  }

  private void write() {
    rows.line(0, word() + "  " + ink.strong(report.scenario()) + "  " + course());
    findings();
    rows.gap();
    rows.row("seeds", seeds());
    if (!report.verdict().doubts().isEmpty()) {
      rows.row("doubts", report.verdict().doubts());
    }
    if (report.result().counts().total() > 0) {
      coverage(report.result().coverage());
    }
    report.notes().forEach(note -> rows.row("note", note));
    rows.whole("again", report.rerun());
  }

  private String word() {
    Verdict verdict = report.verdict().verdict();
    String word = verdict.name();
    if (report.asExpected()) {
      return ink.good(verdict == Verdict.PASS ? word : word + ", as expected");
    }
    return switch (verdict) {
      case PASS -> ink.bad(word + ", not as expected");
      case VIOLATION -> ink.bad(word);
      case UNDECIDED -> ink.doubtful(word);
    };
  }

  private String course() {
    long seeds = report.result().counts().total();
    double seconds = report.result().wallNanos() / NANOS_PER_SECOND;
    return Figures.count(seeds, "seed")
        + " in "
        + Figures.span(report.result().wallNanos())
        + " · "
        + Figures.count(Math.round(seeds / seconds))
        + "/s · "
        + Figures.span(report.result().simulatedNanos())
        + " simulated";
  }

  /** Those of the campaign, as many as a person reads at once; then the others in brief. */
  private void findings() {
    List<Finding> told = new ArrayList<>(report.findings());
    told.removeIf(finding -> finding.kind() == Finding.Kind.GRAVEYARD);
    told.subList(Math.min(told.size(), SHOWN_FINDINGS), told.size()).clear();
    told.forEach(this::finding);
    List<Finding> others = new ArrayList<>(report.findings());
    others.removeAll(told);
    if (!others.isEmpty()) {
      rows.gap();
      others.stream().limit(SHOWN_BRIEFLY).forEach(this::brief);
    }
    if (others.size() > SHOWN_BRIEFLY) {
      rows.row("", "and " + Figures.count(others.size() - SHOWN_BRIEFLY) + " more");
    }
  }

  private void finding(Finding finding) {
    rows.gap();
    finding.details().lines().forEach(line -> rows.line(0, line));
    rows.gap();
    if (finding.kind() == Finding.Kind.FAILURE) {
      rows.row("seeds", FailureText.seeds(finding.seeds(), finding.count()));
    }
    finding
        .steps()
        .ifPresent(steps -> rows.row("steps", steps + " in the smallest scenario that fails"));
    if (Files.exists(finding.folder())) {
      rows.whole("files", finding.folder().toString());
    }
    rows.whole("replay", finding.replay());
  }

  private void brief(Finding finding) {
    String label = finding.kind() == Finding.Kind.GRAVEYARD ? "still fails" : "also";
    rows.row(label, finding.check() + ": " + finding.message());
    rows.whole("", finding.replay());
  }

  private String seeds() {
    SeedCounts counts = report.result().counts();
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
    return switch (report.result().end()) {
      case CampaignEnd.AllSeeds all -> "";
      case CampaignEnd.TimeUp up -> "; the time was up";
      case CampaignEnd.EnoughFailures enough -> "; enough failed";
      case CampaignEnd.Interrupted interrupted -> "; interrupted";
      case CampaignEnd.Stuck stuck -> "; the next one never ended";
      case CampaignEnd.Broke broke -> "; the next one could not be run";
      case CampaignEnd.CannotWrite trouble -> "; what failed last could not be written";
    };
  }

  /** The rarest first: what is rare needs more seeds. */
  private void coverage(Coverage coverage) {
    Map<String, Long> signs = new TreeMap<>();
    coverage.signs().forEach((name, sign) -> signs.put(name, sign.seeds()));
    shares("sometimes", signs);
    shares("facts", coverage.facts());
    List<String> gaps = new ArrayList<>(coverage.signsNeverSeen(false));
    gaps.addAll(coverage.factsNeverSeen());
    if (!gaps.isEmpty()) {
      rows.row("gaps", String.join(", ", gaps) + " never happened");
    }
  }

  private void shares(String label, Map<String, Long> seeds) {
    long total = report.result().counts().total();
    List<String> always = new ArrayList<>();
    List<Map.Entry<String, Long>> rarer = new ArrayList<>();
    for (Map.Entry<String, Long> entry : seeds.entrySet()) {
      if (entry.getValue() == total) {
        always.add(entry.getKey());
      } else if (entry.getValue() > 0) {
        rarer.add(entry);
      }
    }
    rarer.sort(Map.Entry.comparingByValue());
    List<String> items = new ArrayList<>();
    rarer.forEach(entry ->
        items.add(entry.getKey() + " " + Figures.percent((double) entry.getValue() / total)));
    if (!always.isEmpty()) {
      always.set(0, "in every seed " + always.getFirst());
      items.addAll(always);
    }
    if (!items.isEmpty()) {
      rows.items(label, items);
    }
  }
}
