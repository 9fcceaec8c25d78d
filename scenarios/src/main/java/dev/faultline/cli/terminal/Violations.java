package dev.faultline.cli.terminal;

import dev.faultline.check.Sighting;
import dev.faultline.check.Violation;
import java.util.List;

/** Tells which rules broke, and shows the facts that contradict each other. */
public final class Violations {
  private static final int SHOWN = 3;
  private static final int SHOWN_FRAMES = 10;
  private static final int SHOWN_LINES = 5;
  private static final int WIDTH = 96;
  private static final int INDENT = 4;
  private static final int LEAST_FACT_WIDTH = 40;

  private final Rows rows;
  private final List<Violation> violations;

  /**
   * @param rows where it is told
   * @param violations the broken rules of a run, in order of discovery
   */
  public Violations(Rows rows, List<Violation> violations) {
    this.rows = rows;
    this.violations = List.copyOf(violations);
  }

  /** Tells. */
  public void write() {
    violations.stream().limit(SHOWN).forEach(this::write);
    int more = violations.size() - SHOWN;
    if (more > 0) {
      rows.gap().line(2, "and " + Figures.count(more, "more violation"));
    }
  }

  private void write(Violation violation) {
    rows.gap().line(2, violation.check() + "  " + where(violation));
    Rows.wrap(violation.message(), WIDTH - INDENT).forEach(line -> rows.line(INDENT, line));
    if (!violation.evidence().isEmpty()) {
      rows.gap();
      evidence(violation.evidence());
    }
    violation.stack().ifPresent(this::stack);
  }

  private static String where(Violation violation) {
    return violation.event() == Violation.AT_THE_END
        ? "at the end of the run"
        : "at " + Figures.moment(violation.time()) + ", event " + violation.event();
  }

  private void evidence(List<Sighting> sightings) {
    int time = widest(sightings.stream().map(each -> Figures.moment(each.time())).toList());
    int node = widest(sightings.stream().map(each -> each.node().name()).toList());
    int event = widest(sightings.stream().map(Violations::event).toList());
    for (Sighting each : sightings) {
      String moment = Figures.moment(each.time());
      String place =
          " ".repeat(INDENT + time - moment.length())
              + moment
              + "  "
              + Rows.pad(each.node().name(), node + 2)
              + Rows.pad(event(each), event + 2);
      fact(place, each.fact().toString());
    }
  }

  /** A fact beside its place, on as many lines as it needs. */
  private void fact(String place, String fact) {
    List<String> lines = Rows.wrap(fact, Math.max(LEAST_FACT_WIDTH, WIDTH - place.length()));
    rows.line(0, place + lines.getFirst());
    lines.stream().skip(1).limit(SHOWN_LINES).forEach(line -> rows.line(place.length(), line));
    if (lines.size() > SHOWN_LINES + 1) {
      rows.line(place.length(), "…");
    }
  }

  private static String event(Sighting sighting) {
    return "event " + sighting.event();
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private void stack(String stack) {
    List<String> lines = stack.lines().toList();
    lines.stream().limit(SHOWN_FRAMES).forEach(line -> rows.line(INDENT, line));
    if (lines.size() > SHOWN_FRAMES) {
      rows.line(INDENT, "  …");
    }
  }
}
