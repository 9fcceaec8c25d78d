package dev.faultline.scenario.budget;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.simulation.RunSettings;
import dev.faultline.values.DurationRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of virtual time in which a fault can have hold of the system.
 *
 * @param from nanoseconds, included
 * @param to nanoseconds, excluded
 * @param repeats can the fault strike more than once in it, on other nodes each time?
 */
record Hold(long from, long to, Effect effect, boolean repeats) {
  /** Of a regular rule so many strikes are looked at, which are all of them in practice. */
  private static final int MOST_STRIKES = 10_000;

  /** Every stretch of a run, by its beginning. */
  static List<Hold> of(RunSettings settings) {
    long end = settings.duration().toNanos();
    List<Hold> holds = new ArrayList<>();
    settings.actions().forEach(action -> holds.add(of(action, end)));
    if (!settings.replayed()) {
      settings.rules().forEach(rule -> add(rule, end, holds));
    }
    return holds.stream()
        .filter(hold -> hold.from < end)
        .sorted(Comparator.comparingLong(Hold::from))
        .toList();
  }

  /** What waits for a fact or a disk can strike at any time. */
  private static Hold of(FaultAction action, long end) {
    return switch (action.anchor()) {
      case Anchor.At(Duration time) ->
          new Hold(
              time.toNanos(), until(time.toNanos(), action.lasts(), end), action.effect(), false);
      case Anchor.OnFact onFact -> new Hold(onFact.offset().toNanos(), end, action.effect(), false);
      case Anchor.OnDisk onDisk -> new Hold(0, end, action.effect(), false);
    };
  }

  private static void add(FaultRule rule, long end, List<Hold> holds) {
    Optional<Duration> lasts = rule.lasts().map(DurationRange::max);
    long stop = rule.schedule().until().map(Duration::toNanos).orElse(end);
    long from = rule.schedule().from().toNanos();
    switch (rule.schedule()) {
      case FaultRule.Every every -> {
        long period = every.period().toNanos();
        for (int i = 0; i < MOST_STRIKES && from + i * period < Math.min(stop, end); i++) {
          long strike = from + i * period;
          holds.add(new Hold(strike, until(strike, lasts, end), rule.effect(), false));
        }
      }
      // The next strike waits for the end of the last: one at a time, at any time.
      case FaultRule.AtRandom random ->
          holds.add(new Hold(from, until(stop, lasts, end), rule.effect(), true));
      case FaultRule.Each each -> {
        DurationRange after = after(each.trigger());
        long latest = stop + after.max().toNanos();
        holds.add(
            new Hold(from + after.min().toNanos(), until(latest, lasts, end), rule.effect(), true));
      }
    }
  }

  private static DurationRange after(FaultRule.Trigger trigger) {
    return switch (trigger) {
      case FaultRule.FactReported reported -> reported.after();
      case FaultRule.DiskReached reached -> DurationRange.of(Duration.ZERO);
    };
  }

  private static long until(long from, Optional<Duration> lasts, long end) {
    return lasts.map(duration -> Math.min(end, from + duration.toNanos())).orElse(end);
  }

  boolean covers(long time) {
    return from <= time && time < to;
  }
}
