package dev.faultline.campaign.score;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.search.Strategy;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Small campaigns on one thread. */
final class Campaigns {
  /** A strategy learns after so many seeds. */
  private static final int GENERATION = 64;

  private final SeedRunner runner;

  Campaigns(SeedRunner runner) {
    this.runner = runner;
  }

  /** Goes on until a run fails, or so many seeds have passed. */
  Hunt hunt(Strategy strategy, long first, int seeds) {
    long began = System.nanoTime();
    Count count = new Count();
    Optional<SeedRun> failed = run(strategy, first, seeds, count, SeedRun::failed);
    Optional<Hunt.Caught> caught =
        failed.map(run -> new Hunt.Caught(check(run).check(), run.scenario()));
    return new Hunt(count.seeds, caught, count.events, System.nanoTime() - began);
  }

  /** Runs all of so many seeds. */
  Patrol patrol(Search search, Strategy strategy, long first, int seeds) {
    long began = System.nanoTime();
    Count count = new Count();
    List<Patrol.Alarm> alarms = new ArrayList<>();
    run(
        strategy,
        first,
        seeds,
        count,
        run -> {
          if (run.failed()) {
            Violation violation = check(run);
            alarms.add(
                new Patrol.Alarm(first + count.seeds - 1, violation.check(), violation.message()));
          }
          return false;
        });
    return new Patrol(
        search, count.seeds, alarms, count.undecided, count.events, System.nanoTime() - began);
  }

  private static final class Count {
    private int seeds;
    private int undecided;
    private long events;

    void add(SeedRun run) {
      seeds++;
      events += run.result().events();
      if (run.result().verdict() == Verdict.UNDECIDED) {
        undecided++;
      }
    }
  }

  /** The run that ended the campaign, if one did. */
  private Optional<SeedRun> run(
      Strategy strategy, long first, int seeds, Count count, Predicate<SeedRun> isLast) {
    while (count.seeds < seeds) {
      List<Strategy.Trial> trials = trials(strategy, first + count.seeds, seeds - count.seeds);
      List<SeedRun> runs = new ArrayList<>();
      for (Strategy.Trial trial : trials) {
        SeedRun run = runner.run(trial.scenario(), trial.observer());
        count.add(run);
        if (isLast.test(run)) {
          return Optional.of(run);
        }
        runs.add(run);
      }
      for (int i = 0; i < runs.size(); i++) {
        strategy.learn(trials.get(i), runs.get(i));
      }
    }
    return Optional.empty();
  }

  private static List<Strategy.Trial> trials(Strategy strategy, long first, int most) {
    List<Strategy.Trial> trials = new ArrayList<>();
    for (int i = 0; i < Math.min(GENERATION, most); i++) {
      trials.add(strategy.next(first + i));
    }
    return trials;
  }

  private static Violation check(SeedRun run) {
    return run.violation().orElseThrow();
  }
}
