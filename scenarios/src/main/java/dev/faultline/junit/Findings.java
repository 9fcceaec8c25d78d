package dev.faultline.junit;

import dev.faultline.campaign.CampaignVerdict;
import dev.faultline.campaign.CoverageCount;
import dev.faultline.campaign.Crew;
import dev.faultline.campaign.Hang;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.Shift;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Runs seeds as findings are asked for, and keeps no more of a run than what the report needs. */
final class Findings extends AbstractSpliterator<Finding> {
  private static final Share MAX_UNDECIDED = Share.parse("1%");

  private final Seeds seeds;
  private final int stopAfter;
  private final LongFunction<Scenario> scenarios;
  private final Duration patience;
  private final SeedRunner runner;
  private final FailureText text;

  private final List<Long> failed = new ArrayList<>();
  private final CoverageCount coverage = new CoverageCount(List.of());
  private SeedCounts counts = SeedCounts.NONE;
  private boolean expectsPass = true;
  private boolean over;

  /**
   * @param stopAfter after so many failed seeds no more are run
   * @param patience a handler or a check that runs longer never returns, wall clock
   * @param scenarios the scenario of a seed, complete
   * @param text tells of failed seeds
   */
  Findings(
      Seeds seeds,
      int stopAfter,
      Duration patience,
      LongFunction<Scenario> scenarios,
      Protocols protocols,
      FailureText text) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.seeds = seeds;
    this.stopAfter = stopAfter;
    this.scenarios = scenarios;
    this.patience = patience;
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
    while (counts.total() < seeds.count() && failed.size() < stopAfter) {
      long seed = seeds.first() + counts.total();
      Scenario scenario = scenarios.apply(seed);
      // Whoever asks for one seed may want to stop inside its handlers with a debugger.
      Optional<String> problem =
          seeds.count() == 1 ? problem(runner.run(scenario)) : watched(scenario);
      if (problem.isPresent()) {
        failed.add(seed);
        return Optional.of(new Finding.FailedSeed("seed " + seed, problem.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> problem(SeedRun run) {
    counts = counts.plus(run.outcome());
    coverage.add(run);
    expectsPass = run.scenario().expect() instanceof Expectation.Pass;
    return failed(run) ? Optional.of(text.of(run)) : Optional.empty();
  }

  /** Runs a scenario on a thread that can be left behind. */
  private Optional<String> watched(Scenario scenario) {
    return switch (end(scenario)) {
      case Shift.End.Done<SeedRun>(SeedRun run) -> problem(run);
      case Shift.End.Stuck<SeedRun>(Hang hang) -> {
        over = true;
        yield Optional.of(text.of(hang));
      }
      case Shift.End.Threw<SeedRun>(Throwable thrown) ->
          throw new IllegalStateException(
              "seed " + scenario.seed() + " could not be run: " + thrown, thrown);
      case Shift.End.Skipped<SeedRun> skipped ->
          throw new IllegalStateException("the test was interrupted");
    };
  }

  /** A crew for each seed: the stream of findings need not be read to its end. */
  private Shift.End<SeedRun> end(Scenario scenario) {
    try (Crew crew = new Crew(1)) {
      return crew.submit(vigil -> runner.watchedBy(vigil).run(scenario))
          .await(patience, () -> false);
    }
  }

  /** Where a scenario expects anything but a pass, every other end is a failure. */
  static boolean failed(SeedRun run) {
    return run.scenario().expect() instanceof Expectation.Pass
        ? run.failed()
        : !run.scenario().expect().metBy(run.result());
  }

  private Finding allSeeds() {
    over = true;
    SimulationReport report = new SimulationReport(counts, failed, coverage.coverage());
    return new Finding.AllSeeds(title(), report, doubts(report));
  }

  private String title() {
    long run = counts.total();
    String all = run == 1 ? "seed " + seeds.first() : run + " seeds from " + seeds.first();
    return failed.isEmpty() ? all : all + ", " + failed.size() + " failed";
  }

  /** What speaks against a pass, where nothing else does. */
  private Optional<String> doubts(SimulationReport report) {
    List<String> doubts = CampaignVerdict.doubts(report.counts(), report.coverage(), MAX_UNDECIDED);
    return doubts.isEmpty() || !failed.isEmpty() || !expectsPass
        ? Optional.empty()
        : Optional.of("undecided: " + String.join("; ", doubts));
  }
}
