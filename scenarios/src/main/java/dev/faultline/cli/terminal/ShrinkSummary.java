package dev.faultline.cli.terminal;

import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.shrink.Size;
import java.nio.file.Path;
import java.util.List;

/** Tells a person how small a failure became. */
public final class ShrinkSummary {
  private static final int WIDTH = 92;

  private ShrinkSummary() {}

  /**
   * The summary in text, several lines.
   *
   * @param file where the minimal scenario is
   * @param replay the command that runs it
   */
  public static String of(Minimal minimal, Path file, String replay, Ink ink) {
    Rows rows = new Rows(ink);
    rows.line(0, ink.strong(minimal.violation().check()));
    Rows.wrap(minimal.violation().message(), WIDTH).forEach(line -> rows.line(2, line));
    rows.gap();
    rows.row("before", size(minimal.before()));
    rows.row("after", size(minimal.after()));
    rows.row("steps", Figures.count(minimal.steps().size()) + " have to happen; the file tells");
    rows.row("runs", Figures.count(minimal.runs()));
    cut(minimal.end()).forEach(line -> rows.row("cut short", line));
    rows.whole("file", file.toString());
    rows.whole("replay", replay);
    return rows.toString();
  }

  private static String size(Size size) {
    return Figures.count(size.faults(), "fault")
        + " · "
        + Figures.count(size.operations(), "operation")
        + " · "
        + Figures.count(size.servers(), "server")
        + " · fails at "
        + Figures.moment(size.shows().toNanos());
  }

  private static List<String> cut(Minimal.End end) {
    return switch (end) {
      case SMALLEST -> List.of();
      case OUT_OF_RUNS -> List.of("all runs were used; --shrink-runs allows more");
      case OUT_OF_TIME -> List.of("the time was over; another machine may come further");
    };
  }
}
