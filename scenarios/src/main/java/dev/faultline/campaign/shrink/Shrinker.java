package dev.faultline.campaign.shrink;

import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.execution.Progress;
import dev.faultline.execution.Vigil;
import dev.faultline.scenario.Found;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import dev.faultline.scenario.budget.Tolerance;
import dev.faultline.simulation.Options;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Makes a failing scenario small: its run is written down as explicit faults and operations, and
 * then parts of it are left out, shortened and simplified as long as the same check breaks.
 *
 * <p>What comes out depends on the scenario and the number of runs alone, unless the time runs out.
 */
public final class Shrinker {
  /** A scenario of so few points has one or two lines that matter, and a short run. */
  private static final long ENOUGH = 400;

  /** Where runs are long, other ways of making them short are tried before single items. */
  private static final int FEW_PIECES = 32;

  private static final long SEEDS = 60;

  private final Protocols protocols;
  private final String version;
  private final Effort effort;
  private final Vigil vigil;

  /**
   * @param version the program that shrinks, for the mark in the scenario
   */
  public Shrinker(Protocols protocols, String version, Effort effort) {
    this(protocols, version, effort, Vigil.NONE);
  }

  private Shrinker(Protocols protocols, String version, Effort effort, Vigil vigil) {
    this.protocols = protocols;
    this.version = version;
    this.effort = effort;
    this.vigil = vigil;
  }

  /** The same, telling somebody of each run. */
  public Shrinker watchedBy(Vigil other) {
    return new Shrinker(protocols, version, effort, other);
  }

  /**
   * Makes a scenario small.
   *
   * @return empty when the scenario breaks no check
   */
  public Optional<Minimal> shrink(Scenario scenario) {
    return shrink(scenario, Progress.NONE);
  }

  /**
   * Makes a scenario small. One that was small already, and no longer fails, is looked for under
   * other seeds and at other times first.
   *
   * @return empty when the scenario breaks no check
   */
  public Optional<Minimal> shrink(Scenario scenario, Progress progress) {
    Sample sample = run(scenario);
    Optional<Failure> failure = Failure.of(sample.result());
    if (failure.isPresent()) {
      Lab lab = lab(failure.get(), scenario, progress);
      return Optional.of(shrink(sample, failure.get(), lab));
    }
    return scenario
        .found()
        .flatMap(found -> {
          Failure known = Failure.of(found.check());
          Lab lab = lab(known, scenario, progress);
          return redraw(scenario).again(sample, lab).map(again -> shrink(again, known, lab));
        });
  }

  private Sample run(Scenario scenario) {
    return new Sample(scenario, new SeedRunner(protocols).watchedBy(vigil).run(scenario).result());
  }

  private Lab lab(Failure failure, Scenario scenario, Progress progress) {
    return new Lab(protocols, failure, permitted(scenario), effort, progress, vigil);
  }

  private Redraw redraw(Scenario scenario) {
    Scenario defaults = new ScenarioWriter(protocols).defaults(scenario);
    return new Redraw(new Settings(defaults), new Cost(defaults));
  }

  private Minimal shrink(Sample failing, Failure failure, Lab lab) {
    ScenarioWriter writer = new ScenarioWriter(protocols);
    Pass finishing = new Finishing(failing.scenario(), writer);
    Sample smallest =
        Recorded.forms(failing, failure)
            .flatMap(form -> lab.attempt(form).stream())
            .findFirst()
            .map(start -> passes(writer.defaults(start.scenario())).shrink(start, lab))
            .orElse(failing);
    Minimal.End searched = end(lab);
    lab.finish();
    return minimal(failing, finishing.shrink(smallest, lab), searched, lab);
  }

  /** Who goes beyond what the protocol tolerates may go on to do so. */
  private Predicate<Scenario> permitted(Scenario failing) {
    return Tolerance.permits(failing, protocols)
        ? scenario -> Tolerance.permits(scenario, protocols)
        : scenario -> true;
  }

  private static Pass passes(Scenario defaults) {
    Cost cost = new Cost(defaults);
    Settings settings = new Settings(defaults);
    Pass fewer = fewer(Integer.MAX_VALUE);
    Pass plainer = new Choosing(settings::simpler, cost);
    Pass rough =
        Sequence.of(
            fewer(FEW_PIECES),
            new Choosing(Times::shorter, cost),
            plainer,
            new Redraw(settings, cost));
    Pass structure =
        Sequence.of(
            rough,
            fewer,
            new ExplicitMessages(defaults, Sequence.of(fewer, plainer), cost),
            new Choosing(Weaker::neighbours, cost),
            new Choosing(Operations::simpler, cost),
            new Choosing(Times::briefer, cost),
            new Choosing(Times::sooner, cost),
            new Choosing(Times::later, cost));
    return Sequence.of(
        new Afresh(settings, cost, ENOUGH),
        structure,
        new Choosing(Times::rounder, cost),
        new Choosing(Shrinker::otherwise, cost));
  }

  /** Without faults and operations that do not matter. */
  private static Pass fewer(int pieces) {
    return Sequence.of(
        new Removal<>(Parts::actions, Parts::withActions, pieces),
        new Removal<>(Scenario::operations, Parts::withOperations, pieces));
  }

  /** The same under other seeds, some of which need fewer events. */
  private static List<Scenario> otherwise(Scenario scenario) {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(scenario::withSeed).toList();
  }

  /**
   * @param searched why the search for smaller ones ended; what ended the search for deliveries
   *     that are not needed counts when that came to its own end
   */
  private Minimal minimal(Sample failing, Sample smallest, Minimal.End searched, Lab lab) {
    Told told = Told.of(smallest, lab);
    Minimal.End end = searched == Minimal.End.SMALLEST ? end(lab) : searched;
    Told best = told.underBestSeed(lab);
    List<String> witness = new Witnesses(best.sample(), lab).words();
    Found found = new Found(best.sample().violation().check(), version, witness);
    Scenario marked = best.sample().scenario().edited(draft -> draft.found = Optional.of(found));
    Sample finished = new Sample(marked, lab.run(marked, Options.DEFAULT));
    return new Minimal(
        Size.of(failing),
        Size.of(finished),
        finished.scenario(),
        finished.result(),
        best.steps(),
        lab.runs(),
        end);
  }

  private static Minimal.End end(Lab lab) {
    if (lab.isOutOfTime()) {
      return Minimal.End.OUT_OF_TIME;
    }
    return lab.isSpent() ? Minimal.End.OUT_OF_RUNS : Minimal.End.SMALLEST;
  }
}
