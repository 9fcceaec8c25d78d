package dev.faultline.cli.terminal;

import dev.faultline.check.CheckResult;
import dev.faultline.check.Verdict;
import dev.faultline.cli.record.OperationCounts;
import dev.faultline.cli.record.ResultJson;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Fingerprints;
import dev.faultline.metrics.Availability;
import dev.faultline.metrics.Latency;
import dev.faultline.scenario.Expectation;
import dev.faultline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a person how a run went, the most important first. */
public final class Summary {
  private static final int SHOWN_OUTAGES = 4;
  private static final int WIDTH = 96;

  /** The columns between the parts of the headline. */
  private static final int GAPS = 5;

  private final Ink ink;
  private final CompletedRun run;
  private final RunResult result;
  private final Rows rows;

  private Summary(Ink ink, CompletedRun run) {
    this.ink = ink;
    this.run = run;
    this.result = run.result();
    this.rows = new Rows(ink);
  }

  /** The summary in text, several lines. */
  public static String of(CompletedRun run, Ink ink) {
    Summary summary = new Summary(ink, run);
    summary.write();
    return summary.rows.toString();
  }

  private void write() {
    headline();
    if (!(run.scenario().expect() instanceof Expectation.Pass)) {
      rows.row("expected", ResultJson.words(run.scenario().expect()));
    }
    new Violations(rows, result.violations()).write();
    rows.gap();
    undecided();
    operations();
    checks();
    new Faults(rows, result).write();
    rows.row("fingerprint", Fingerprints.text(result.fingerprint()));
  }

  // The headline.

  /** One line, or two when the name is long. */
  private void headline() {
    String name = run.scenario().name();
    String seed = "  seed " + result.seed();
    String course =
        length()
            + " in "
            + Figures.duration(run.wallNanos())
            + " · "
            + Figures.count(result.events(), "event");
    int width = word().length() + name.length() + seed.length() + course.length() + GAPS;
    String first = coloured(word()) + "  " + ink.strong(name) + seed;
    if (width <= WIDTH) {
      rows.line(0, first + "   " + course);
    } else {
      rows.line(0, first).line(2, course);
    }
  }

  private String word() {
    String word = result.verdict().name();
    if (run.scenario().expect() instanceof Expectation.Pass) {
      return word;
    }
    return word + (run.asExpected() ? ", as expected" : ", not as expected");
  }

  private String coloured(String word) {
    if (run.asExpected()) {
      return ink.good(word);
    }
    return result.verdict() == Verdict.UNDECIDED ? ink.doubtful(word) : ink.bad(word);
  }

  private String length() {
    long planned = result.duration();
    return result.end() < planned
        ? "stopped at " + Figures.moment(result.end()) + " of " + Figures.duration(planned) + ","
        : Figures.duration(result.end()) + " simulated";
  }

  // What happened.

  private void undecided() {
    if (result.verdict() == Verdict.UNDECIDED) {
      List<String> why = new ArrayList<>(result.undecided());
      for (CheckResult check : result.checks()) {
        if (check.verdict() == Verdict.UNDECIDED) {
          why.add(check.name() + check.why().map(text -> ": " + text).orElse(""));
        }
      }
      rows.row("undecided", why);
    }
  }

  private void operations() {
    OperationCounts counts = OperationCounts.of(result.history(), result.duration());
    if (counts.total() == 0) {
      rows.row("operations", "none");
      return;
    }
    rows.row(
        "operations",
        Figures.count(counts.ok())
            + " ok · "
            + Figures.count(counts.failed())
            + " failed · "
            + Figures.count(counts.unknown())
            + " unknown");
    Latency.of(result.history(), result.duration())
        .ifPresent(latency -> rows.row("latency", latency(latency)));
    rows.row("availability", availability(Availability.of(result.history(), result.duration())));
  }

  private static String latency(Latency latency) {
    return "p50 "
        + Figures.duration(latency.p50())
        + " · p90 "
        + Figures.duration(latency.p90())
        + " · p99 "
        + Figures.duration(latency.p99())
        + " · max "
        + Figures.duration(latency.max());
  }

  private static String availability(Availability availability) {
    List<Availability.Outage> outages = availability.outages();
    String share = Figures.percent(availability.share());
    if (outages.isEmpty()) {
      return share + " · no outage";
    }
    String shown =
        outages.stream()
            .limit(SHOWN_OUTAGES)
            .map(outage -> Figures.stretch(outage.from(), outage.to()))
            .collect(Collectors.joining(", "));
    int more = outages.size() - SHOWN_OUTAGES;
    return share
        + (outages.size() == 1 ? " · outage " : " · outages ")
        + shown
        + (more > 0 ? " and " + Figures.count(more) + " more" : "");
  }

  /** Checks that held are counted by their first word; the others are told one by one. */
  private void checks() {
    Map<String, Integer> held = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (CheckResult check : result.checks()) {
      switch (check.verdict()) {
        case PASS -> held.merge(group(check.name()), 1, Integer::sum);
        case VIOLATION -> lines.add("broken     " + check.name());
        case UNDECIDED -> lines.add("undecided  " + check.name());
      }
    }
    if (!held.isEmpty()) {
      lines.add(
          "held       "
              + held.entrySet().stream()
                  .map(entry -> entry.getKey() + times(entry.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    if (lines.isEmpty()) {
      lines.add("none");
    }
    rows.row("checks", lines);
  }

  private static String group(String check) {
    int slash = check.indexOf('/');
    return slash < 0 ? check : check.substring(0, slash);
  }

  private static String times(int count) {
    return count == 1 ? "" : " (" + count + ")";
  }
}
