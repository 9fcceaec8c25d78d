package dev.faultline.cli.record;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.List;

/** How the operations of a run's fault phase ended; the writes of the recovery do not count. */
public record OperationCounts(long ok, long failed, long unknown) {
  /**
   * Counts a history.
   *
   * @param until operations that were due later are left out, virtual nanoseconds
   */
  public static OperationCounts of(List<Operation> history, long until) {
    long ok = 0;
    long failed = 0;
    long unknown = 0;
    for (Operation operation : history) {
      if (operation.intended() >= until) {
        continue;
      }
      switch (operation.outcome()) {
        case Outcome.Ok<?> success -> ok++;
        case Outcome.Failed<?> failure -> failed++;
        case Outcome.Unknown<?> open -> unknown++;
      }
    }
    return new OperationCounts(ok, failed, unknown);
  }

  /** All of them. */
  public long total() {
    return ok + failed + unknown;
  }
}
