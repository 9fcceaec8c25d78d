package dev.faultline.cli.terminal;

import dev.faultline.fault.FaultSpan;
import dev.faultline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;

/** Tells which faults happened. */
final class Faults {
  private static final int SHOWN = 10;

  private final Rows rows;
  private final RunResult result;

  Faults(Rows rows, RunResult result) {
    this.rows = rows;
    this.result = result;
  }

  /** The faults of the run; the last ones when there are too many. */
  void write() {
    List<FaultSpan> faults = result.faults();
    if (faults.isEmpty()) {
      rows.row("faults", "none");
      return;
    }
    int left = Math.max(0, faults.size() - SHOWN);
    List<String> lines = new ArrayList<>();
    if (left > 0) {
      lines.add(Figures.count(left, "earlier one") + ", then");
    }
    List<FaultSpan> shown = faults.subList(left, faults.size());
    int width = shown.stream().mapToInt(fault -> when(fault).length()).max().orElse(0) + 2;
    shown.forEach(fault -> lines.add(Rows.pad(when(fault), width) + what(fault)));
    rows.row("faults", lines);
  }

  /** One that a violation cut short has no end. */
  private String when(FaultSpan fault) {
    if (!fault.skipped().isEmpty()) {
      return "at " + Figures.since(fault.from());
    }
    return fault.to() > result.end()
        ? "from " + Figures.since(fault.from())
        : Figures.stretch(fault.from(), fault.to());
  }

  private static String what(FaultSpan fault) {
    return fault.skipped().isEmpty() ? labelled(fault) : fault.label() + ": " + fault.skipped();
  }

  /** Some labels name their kind, a partition's only its sides. */
  private static String labelled(FaultSpan fault) {
    return fault.kind().equals("partition") ? "partition " + fault.label() : fault.label();
  }
}
