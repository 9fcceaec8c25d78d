package dev.faultline.junit;

import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.check.CheckResult;
import dev.faultline.check.Verdict;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Runs seeds as findings are asked for, and keeps no more of a run than what the report needs. */
final class Findings extends AbstractSpliterator<Finding> {
  /** A hundredth of the seeds may decide nothing. */
  private static final int SEEDS_PER_UNDECIDED = 100;

  private final Seeds seeds;
  private final int stopAfter;
  private final LongFunction<Scenario> scenarios;
  private final SeedRunner runner;
  private final FailureText text;

  private final List<Long> failed = new ArrayList<>();
  private final List<Long> undecided = new ArrayList<>();
  private final List<Long> idle = new ArrayList<>();
  private final SortedMap<String, Long> facts = new TreeMap<>();
  private String firstDoubt = "";
  private long run;
  private boolean over;

  /**
   * @param stopAfter after so many failed seeds no more are run
   * @param scenarios the scenario of a seed, complete
   * @param text tells of failed seeds
   */
  Findings(
      Seeds seeds,
      int stopAfter,
      LongFunction<Scenario> scenarios,
      Protocols protocols,
      FailureText text) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.seeds = seeds;
    this.stopAfter = stopAfter;
    this.scenarios = scenarios;
    this.runner = new SeedRunner(protocols);
    this.text = text;
  }

  @Override
  public boolean tryAdvance(Consumer<? super Finding> action) {
    if (over) {
      return false;
    }
    action.accept(nextFailure().orElseGet(this::allSeeds));
    return true;
  }

  private Optional<Finding> nextFailure() {
    while (run < seeds.count() && failed.size() < stopAfter) {
      long seed = seeds.first() + run;
      SeedRun next = runner.run(scenarios.apply(seed));
      run++;
      next.census().facts().keySet().forEach(fact -> facts.merge(fact, 1L, Long::sum));
      if (failed(next)) {
        failed.add(seed);
        return Optional.of(new Finding.FailedSeed("seed " + seed, text.of(next)));
      }
      note(next);
    }
    return Optional.empty();
  }

  /** Where a scenario expects anything but a pass, every other end is a failure. */
  static boolean failed(SeedRun run) {
    return run.scenario().expect() instanceof Expectation.Pass
        ? run.failed()
        : !run.scenario().expect().metBy(run.result());
  }

  /** Notes what a run that did not fail left open. */
  private void note(SeedRun passed) {
    if (passed.scenario().expect() instanceof Expectation.Pass) {
      switch (passed.outcome()) {
        case PASSED, FAILED -> {}
        case IDLE -> idle.add(passed.seed());
        case UNDECIDED -> {
          firstDoubt = undecided.isEmpty() ? doubt(passed) : firstDoubt;
          undecided.add(passed.seed());
        }
      }
    }
  }

  private static String doubt(SeedRun run) {
    List<String> reasons = new ArrayList<>(run.result().undecided());
    for (CheckResult check : run.result().checks()) {
      if (check.verdict() == Verdict.UNDECIDED) {
        reasons.add(check.name() + check.why().map(why -> ": " + why).orElse(""));
      }
    }
    return String.join("; ", reasons);
  }

  private Finding allSeeds() {
    over = true;
    SimulationReport report = new SimulationReport(run, failed, undecided, idle, facts);
    return new Finding.AllSeeds(title(), report, problem());
  }

  private String title() {
    String all = run == 1 ? "seed " + seeds.first() : run + " seeds from " + seeds.first();
    return failed.isEmpty() ? all : all + ", " + failed.size() + " failed";
  }

  /** What is wrong with all seeds together. */
  private Optional<String> problem() {
    if (undecided.size() * (long) SEEDS_PER_UNDECIDED > run) {
      return Optional.of(
          undecided.size()
              + " of "
              + run
              + " seeds decided nothing; seed "
              + undecided.getFirst()
              + " because of "
              + firstDoubt);
    }
    return idle.size() == run
        ? Optional.of("no operation succeeded, in any seed: nothing was tested")
        : Optional.empty();
  }
}
