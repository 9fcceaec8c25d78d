package dev.faultline.cli;

import dev.faultline.cli.terminal.Rows;
import dev.faultline.scenario.Found;
import dev.faultline.simulation.RunResult;
import java.util.List;

/** Says what to do about a minimal scenario that has stopped testing for its bug. */
final class Again {
  private Again() {}

  /** Adds the command that looks for the bug anew, if a run missed what leads to it. */
  static void row(
      RunResult result,
      Surroundings surroundings,
      String scenario,
      ClassPath classPath,
      Rows rows) {
    if (Found.isMissedBy(result)) {
      rows.whole(
          "shrink again",
          CommandText.of(surroundings.command(), classPath, List.of("shrink", scenario)));
    }
  }
}
