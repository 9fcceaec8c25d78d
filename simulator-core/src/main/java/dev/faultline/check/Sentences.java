package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.values.Durations;

/** Parts of the sentences in which history checkers tell people what they found. */
final class Sentences {
  private Sentences() {}

  /** {@code 12.3s..12.4s}, or {@code 12.3s.., outcome unknown}. */
  static String span(Operation operation) {
    String from = time(operation.invoked()) + "..";
    return switch (operation.outcome()) {
      case Outcome.Ok<?> ok -> from + time(operation.completed());
      case Outcome.Failed<?> failed -> from + time(operation.completed()) + ", failed";
      case Outcome.Unknown<?> unknown -> from + ", outcome unknown";
    };
  }

  /** Whole microseconds are precise enough for people. */
  private static String time(long nanos) {
    return Durations.format(nanos < 1_000 ? nanos : nanos - nanos % 1_000);
  }
}
