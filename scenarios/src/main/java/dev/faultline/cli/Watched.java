package dev.faultline.cli;

import dev.faultline.campaign.Crew;
import dev.faultline.campaign.Hang;
import dev.faultline.campaign.Shift;
import dev.faultline.execution.Vigil;
import java.time.Duration;
import java.util.function.Function;

/** Does work with runs that may never end, on a thread that can be left behind. */
final class Watched {
  private Watched() {}

  /**
   * Does it.
   *
   * @param patience how long may pass without an event
   * @param work tells the vigil of each of its runs
   * @throws NeverReturned when one of them never ends
   */
  static <T> T call(Duration patience, Function<Vigil, T> work) {
    try (Crew crew = new Crew(1)) {
      return switch (crew.submit(work).await(patience, () -> false)) {
        case Shift.End.Done<T>(T result) -> result;
        case Shift.End.Stuck<T>(Hang hang) -> throw new NeverReturned(hang);
        case Shift.End.Threw<T>(Throwable thrown) -> throw unchecked(thrown);
        case Shift.End.Skipped<T> skipped -> throw new IllegalStateException("interrupted");
      };
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(thrown);
  }
}
