package dev.faultline.campaign;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Strategy;
import dev.faultline.campaign.search.Strategy.Trial;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario under many seeds, many at once.
 *
 * <p>Work goes in generations of fixed size. The scenarios of a generation are made in the order of
 * seeds, run by whichever thread is free, and counted again in the order of seeds, so nothing
 * depends on the number of threads. Where the campaign ends, seeds that had run further on do not
 * count.
 */
public final class Campaign {
  /** Large, so that threads seldom wait for the last run; small, so that strategies learn soon. */
  private static final int GENERATION = 128;

  private final CampaignSettings settings;
  private final Strategy strategy;
  private final SeedRunner runner;
  private final CampaignWatcher watcher;
  private final Crew crew;
  private final long began = System.nanoTime();

  private final Groups groups = new Groups();
  private final Sample sample = new Sample();
  private final CoverageCount coverage;
  private SeedCounts counts = SeedCounts.NONE;
  private long events;
  private long simulatedNanos;
  private @Nullable CampaignEnd end;

  /** A seed that was handed in. */
  private record Pending(long seed, Trial trial, Shift<SeedRun> shift) {}

  private Campaign(
      CampaignSettings settings,
      Strategy strategy,
      Collection<String> facts,
      SeedRunner runner,
      CampaignWatcher watcher,
      Crew crew) {
    this.settings = settings;
    this.strategy = strategy;
    this.runner = runner;
    this.watcher = watcher;
    this.crew = crew;
    this.coverage = new CoverageCount(facts);
  }

  /**
   * Runs a campaign.
   *
   * @param strategy decides what is run; a fresh one
   * @param facts the kinds of facts that the system can report, as far as they are known
   */
  public static CampaignResult run(
      CampaignSettings settings,
      Strategy strategy,
      Collection<String> facts,
      SeedRunner runner,
      CampaignWatcher watcher) {
    try (Crew crew = new Crew(settings.jobs())) {
      return new Campaign(settings, strategy, facts, runner, watcher, crew).toEnd();
    }
  }

  private CampaignResult toEnd() {
    for (long from = 0; end == null && from < settings.seeds().count(); from += GENERATION) {
      try {
        generation(settings.seeds().slice(from, GENERATION).toArray());
      } catch (OutOfMemoryError full) {
        end = new CampaignEnd.Broke(settings.seeds().first() + counts.total(), full);
      }
    }
    return new CampaignResult(
        end == null ? new CampaignEnd.AllSeeds() : end,
        counts,
        groups.all(),
        coverage.coverage(),
        sample.runs(),
        events,
        simulatedNanos,
        System.nanoTime() - began);
  }

  private void generation(long[] seeds) {
    Deque<Pending> pending = new ArrayDeque<>();
    for (long seed : seeds) {
      Trial trial = strategy.next(seed);
      pending.add(
          new Pending(
              seed,
              trial,
              crew.submit(
                  vigil -> runner.watchedBy(vigil).run(trial.scenario(), trial.observer()))));
    }
    while (end == null && !pending.isEmpty()) {
      Pending next = pending.remove();
      settle(next.seed(), next.trial(), next.shift());
    }
  }

  private void settle(long seed, Trial trial, Shift<SeedRun> shift) {
    switch (shift.await(settings.patience(), this::isInterrupted)) {
      case Shift.End.Done<SeedRun>(SeedRun run) -> count(seed, trial, run);
      case Shift.End.Skipped<SeedRun> skipped ->
          end = watcher.interrupts() ? new CampaignEnd.Interrupted() : new CampaignEnd.TimeUp();
      case Shift.End.Stuck<SeedRun>(Hang hang) -> end = new CampaignEnd.Stuck(hang);
      case Shift.End.Threw<SeedRun>(Throwable thrown) -> end = new CampaignEnd.Broke(seed, thrown);
    }
  }

  /** Runs that have begun still count when the time is up, but nobody waits after Ctrl-C. */
  private boolean isInterrupted() {
    boolean interrupted = watcher.interrupts();
    if (settings.isUp(began) || interrupted) {
      crew.dismiss();
    }
    return interrupted;
  }

  private void count(long seed, Trial trial, SeedRun run) {
    strategy.learn(trial, run);
    sample.offer(seed, run);
    coverage.add(run);
    counts = counts.plus(run.outcome());
    events += run.result().events();
    simulatedNanos += run.result().end();
    Optional<Groups.Added> added =
        run.violation().map(violation -> groups.add(seed, run, violation));
    if (added.isPresent() && added.get().smallest()) {
      keep(added.get().group());
    }
    watcher.counted(counts, groups.size(), simulatedNanos);
    if (end == null
        && settings.stopAfter().isPresent()
        && counts.failed() >= settings.stopAfter().getAsLong()) {
      end = new CampaignEnd.EnoughFailures();
    }
  }

  private void keep(FailureGroup group) {
    try {
      watcher.found(group);
    } catch (IOException e) {
      end = new CampaignEnd.CannotWrite(e);
    }
  }
}
