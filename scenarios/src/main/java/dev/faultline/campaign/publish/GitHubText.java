package dev.faultline.campaign.publish;

import dev.faultline.campaign.SeedCounts;
import dev.faultline.check.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Campaigns in the language of GitHub Actions: commands that annotate a run, and a summary in
 * Markdown. Source: GitHub Docs, "Workflow commands for GitHub Actions".
 */
public final class GitHubText {
  /** GitHub shows no more of a step. */
  private static final int MOST_ANNOTATIONS = 10;

  /** A summary may have a megabyte. */
  private static final int MOST_DETAILS = 20;

  private GitHubText() {}

  /** The annotations, each a line: one for each finding or doubt, as many as are shown. */
  public static List<String> annotations(List<CampaignReport> reports) {
    List<String> lines = new ArrayList<>();
    for (CampaignReport report : reports) {
      if (report.asExpected()) {
        continue;
      }
      for (Finding finding : report.findings()) {
        String text = finding.message() + "\nreplay: " + finding.replay();
        lines.add(annotation("error", report.scenario() + ": " + finding.check(), text));
      }
      if (report.findings().isEmpty()) {
        String text = String.join("\n", report.verdict().doubts());
        lines.add(annotation("warning", report.scenario() + ": not as expected", text));
      }
    }
    return lines.subList(0, Math.min(lines.size(), MOST_ANNOTATIONS));
  }

  private static String annotation(String level, String title, String text) {
    String escapedTitle = escaped(title).replace(":", "%3A").replace(",", "%2C");
    return "::" + level + " title=" + escapedTitle + "::" + escaped(text);
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The summary. */
  public static String summary(List<CampaignReport> reports) {
    StringBuilder text = new StringBuilder();
    reports.forEach(report -> summarize(report, text));
    return text.toString();
  }

  private static void summarize(CampaignReport report, StringBuilder text) {
    text.append("### ").append(word(report)).append(": ").append(report.scenario());
    text.append("\n\n").append(seeds(report.result().counts())).append("\n\n");
    report.verdict().doubts().forEach(doubt -> text.append("- ").append(doubt).append('\n'));
    if (!report.findings().isEmpty()) {
      text.append("\n| check | seeds | what is wrong |\n|---|---|---|\n");
      report.findings().forEach(finding -> row(finding, text));
      text.append('\n');
      report.findings().stream().limit(MOST_DETAILS).forEach(finding -> details(finding, text));
    }
    text.append("Run again: `").append(report.rerun()).append("`\n\n");
  }

  private static String word(CampaignReport report) {
    String verdict =
        switch (report.verdict().verdict()) {
          case PASS -> "pass";
          case VIOLATION -> "violation";
          case UNDECIDED -> "undecided";
        };
    boolean plain = report.asExpected() == (report.verdict().verdict() == Verdict.PASS);
    return (report.asExpected() ? "✅ " : "❌ ")
        + verdict
        + (plain ? "" : report.asExpected() ? ", as expected" : ", not as expected");
  }

  private static String seeds(SeedCounts counts) {
    return counts.total()
        + " seeds: "
        + counts.passed()
        + " passed, "
        + counts.failed()
        + " failed, "
        + counts.undecided()
        + " undecided, "
        + counts.idle()
        + " without a successful operation";
  }

  private static void row(Finding finding, StringBuilder text) {
    text.append("| `")
        .append(finding.check())
        .append("` | ")
        .append(finding.count())
        .append(" | ")
        .append(cell(finding.message()))
        .append(" |\n");
  }

  /** Nothing in it ends a cell or begins markup. */
  private static String cell(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("`", "\\`");
  }

  private static void details(Finding finding, StringBuilder text) {
    text.append("<details><summary>").append(cell(finding.name())).append("</summary>\n\n```\n");
    text.append(finding.details().replace("```", "'''")).append("\n").append(finding.replay());
    text.append("\n```\n</details>\n\n");
  }
}
