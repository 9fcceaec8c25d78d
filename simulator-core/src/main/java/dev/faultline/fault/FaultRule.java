package dev.faultline.fault;

import dev.faultline.values.DurationRange;
import dev.faultline.values.Rate;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault that comes again and again. As the run goes, a rule expands into explicit {@link
 * FaultAction}s named {@code id.1}, {@code id.2}, …; they are recorded and replace the rule in a
 * replay.
 *
 * @param id unique in the run
 * @param schedule when it acts
 * @param lasts how long each action lasts, drawn each time; empty for the rest of the fault phase
 * @param effect what each does
 */
public record FaultRule(
    String id, Schedule schedule, Optional<DurationRange> lasts, Effect effect) {
  /**
   * When a rule acts. Both bounds are virtual time; an empty {@code until} is the end of faults.
   */
  public sealed interface Schedule {
    Duration from();

    Optional<Duration> until();
  }

  /** Regularly: at {@code from}, and then every period. */
  public record Every(Duration period, Duration from, Optional<Duration> until)
      implements Schedule {
    public Every {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("every is above 0");
      }
      Require.notNegative("from", from);
    }
  }

  /**
   * At random, with exponential waits.
   *
   * @param rate how often on average
   * @param stability least time between the end of one action and the beginning of the next
   */
  public record AtRandom(Rate rate, Duration stability, Duration from, Optional<Duration> until)
      implements Schedule {
    public AtRandom {
      Require.notNegative("stability", stability);
      Require.notNegative("from", from);
    }
  }
}
