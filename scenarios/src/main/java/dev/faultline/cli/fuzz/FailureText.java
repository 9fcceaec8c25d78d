package dev.faultline.cli.fuzz;

import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.Hang;
import dev.faultline.check.Violation;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.cli.terminal.Violations;
import dev.faultline.values.Durations;
import java.util.List;
import java.util.stream.Collectors;

/** Failures in words. */
public final class FailureText {
  private static final Ink INK = new Ink(false, true);

  private FailureText() {}

  /** The rule and the facts that contradict each other, lines for people; the first is no gap. */
  public static String of(Violation violation) {
    Rows rows = new Rows(INK);
    new Violations(rows, List.of(violation)).write();
    return rows.toString().substring(1);
  }

  /** What never ended, and where it was. */
  public static String of(Hang hang) {
    Rows rows = new Rows(INK);
    rows.line(2, message(hang)).gap();
    hang.stack().lines().forEach(frame -> rows.line(4, frame));
    return rows.toString();
  }

  /** What never ended, in one sentence. */
  public static String message(Hang hang) {
    String code =
        switch (hang.code()) {
          case HANDLER -> "a handler";
          case CHECK -> "a check";
          case OTHER -> "the code";
        };
    String when =
        hang.event() == 0
            ? "at the start"
            : "after event " + hang.event() + " at " + Durations.format(hang.time().toNanos());
    return code + " of seed " + hang.scenario().seed() + " never returned, " + when;
  }

  /** The first seeds of a group, and how many more there are. */
  public static String seeds(FailureGroup group) {
    return seeds(group.seeds(), group.count());
  }

  /** The first of some seeds, and how many more there are. */
  public static String seeds(List<Long> first, long count) {
    String shown =
        first.stream().map(seed -> Long.toString(seed)).collect(Collectors.joining(", "));
    long more = count - first.size();
    return shown + (more > 0 ? " and " + Figures.count(more) + " more" : "");
  }
}
