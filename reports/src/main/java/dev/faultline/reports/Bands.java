package dev.faultline.reports;

import dev.faultline.fault.FaultSpan;
import java.util.ArrayList;
import java.util.List;

/** When faults were active, for the background of a plot, to the pixel. */
final class Bands {
  /** More faults at once than this look the same. */
  static final int MOST_DEPTH = 3;

  /**
   * Neighbouring columns of pixels with the same number of active faults.
   *
   * @param from the first column
   * @param to the column after the last one
   * @param depth how many faults were active, 1 to {@link #MOST_DEPTH}
   */
  record Band(int from, int to, int depth) {}

  private Bands() {}

  /**
   * Cuts the faults that did something into disjoint bands, in order; never more than there are
   * columns. The shortest fault is one column wide.
   */
  static List<Band> of(List<FaultSpan> faults, TimeScale scale) {
    int[] changes = new int[Style.PLOT_WIDTH + 1];
    for (FaultSpan fault : faults) {
      if (fault.skipped().isEmpty() && fault.from() < scale.end()) {
        int from = Math.min((int) Math.round(scale.pixel(fault.from())), Style.PLOT_WIDTH - 1);
        int to = (int) Math.round(scale.pixel(fault.to()));
        changes[from]++;
        changes[Math.max(to, from + 1)]--;
      }
    }
    List<Band> bands = new ArrayList<>();
    int active = 0;
    int since = 0;
    for (int column = 0; column < changes.length; column++) {
      int depth = Math.min(MOST_DEPTH, active);
      active += changes[column];
      if (depth != Math.min(MOST_DEPTH, active)) {
        if (depth > 0) {
          bands.add(new Band(since, column, depth));
        }
        since = column;
      }
    }
    return bands;
  }
}
