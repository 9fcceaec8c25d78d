package dev.faultline.fault;

import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
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

  /**
   * Whenever something happens, with a chance; one action at a time.
   *
   * @param trigger what happens
   * @param chance that it leads to an action
   * @param stability least time between the end of one action and the next that can follow
   */
  public record Each(
      Trigger trigger, Share chance, Duration stability, Duration from, Optional<Duration> until)
      implements Schedule {
    public Each {
      Require.notNegative("stability", stability);
      Require.notNegative("from", from);
    }
  }

  /** What a rule acts on. */
  public sealed interface Trigger {
    /** Only when it happens on this node. */
    Optional<NodeId> node();
  }

  /**
   * A fact is reported.
   *
   * @param fact the simple name of the fact's class: {@code BecameLeader}
   * @param after so long afterwards, drawn each time
   */
  public record FactReported(String fact, Optional<NodeId> node, DurationRange after)
      implements Trigger {}

  /** A disk's work reaches a point. */
  public record DiskReached(Anchor.DiskPoint point, Optional<NodeId> node) implements Trigger {}
}
