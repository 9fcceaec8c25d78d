package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Found;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import dev.faultline.scenario.budget.Tolerance;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes a failing scenario small: its run is written down as explicit faults and operations, and
 * then parts of it are left out, shortened and simplified as long as the same check breaks.
 *
 * <p>What comes out depends on the scenario and the number of runs alone, unless the time runs out.
 */
public final class Shrinker {
  private final Protocols protocols;
  private final String version;
  private final Effort effort;

  /**
   * @param version the program that shrinks, for the mark in the scenario
   */
  public Shrinker(Protocols protocols, String version, Effort effort) {
    this.protocols = protocols;
    this.version = version;
    this.effort = effort;
  }

  /**
   * Makes a scenario small.
   *
   * @return empty when the scenario breaks no check
   */
  public Optional<Minimal> shrink(Scenario scenario) {
    RunResult result = run(scenario);
    return Failure.of(result).map(failure -> shrink(new Sample(scenario, result), failure));
  }

  private RunResult run(Scenario scenario) {
    PreparedRun prepared = scenario.prepare(protocols);
    return new Simulation(
            prepared.deployment(), prepared.settings(), prepared.watching(Options.DEFAULT))
        .run();
  }

  private Minimal shrink(Sample failing, Failure failure) {
    Lab lab = new Lab(protocols, failure, permitted(failing.scenario()), effort);
    Sample start =
        Recorded.forms(failing, failure)
            .flatMap(form -> lab.attempt(form).stream())
            .findFirst()
            .orElse(failing);
    Pass passes = passes(new ScenarioWriter(protocols).defaults(start.scenario()));
    Finishing finishing = new Finishing(failing.scenario(), new ScenarioWriter(protocols));
    return minimal(finishing.shrink(passes.shrink(start, lab), lab), lab);
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
    Pass fewer =
        Sequence.of(
            new Removal<>(Parts::actions, Parts::withActions),
            new Removal<>(Scenario::operations, Parts::withOperations));
    Pass plainer = new Choosing(settings::simpler, cost);
    Pass structure =
        Sequence.of(
            fewer,
            new Choosing(Times::shorter, cost),
            plainer,
            new ExplicitMessages(defaults, Sequence.of(fewer, plainer), cost),
            new Redraw(settings, cost),
            new Choosing(Weaker::neighbours, cost),
            new Choosing(Operations::simpler, cost),
            new Choosing(Times::sooner, cost));
    return Sequence.of(structure, new Choosing(Times::rounder, cost));
  }

  private Minimal minimal(Sample smallest, Lab lab) {
    List<String> witness = new Witnesses(smallest, lab).words();
    Found found = new Found(smallest.violation().check(), version, witness);
    Scenario marked = smallest.scenario().edited(draft -> draft.found = Optional.of(found));
    List<Step> steps = Deliveries.needed(smallest, lab).steps();
    return new Minimal(marked, lab.run(marked, Options.DEFAULT), steps, lab.runs(), end(lab));
  }

  private static Minimal.End end(Lab lab) {
    if (lab.isOutOfTime()) {
      return Minimal.End.OUT_OF_TIME;
    }
    return lab.isSpent() ? Minimal.End.OUT_OF_RUNS : Minimal.End.SMALLEST;
  }
}
