package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Found;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.util.List;
import java.util.Optional;

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
    return Target.of(result).map(target -> shrink(new Sample(scenario, result), target));
  }

  private RunResult run(Scenario scenario) {
    PreparedRun prepared = scenario.prepare(protocols);
    return new Simulation(
            prepared.deployment(), prepared.settings(), prepared.watching(Options.DEFAULT))
        .run();
  }

  private Minimal shrink(Sample failing, Target target) {
    Lab lab = new Lab(protocols, target, scenario -> true, effort);
    Sample start =
        Recorded.forms(failing, target)
            .flatMap(form -> lab.attempt(form).stream())
            .findFirst()
            .orElse(failing);
    Sample smallest = start;
    Sample before;
    do {
      before = smallest;
      for (Pass pass : passes()) {
        smallest = pass.shrink(smallest, lab);
      }
    } while (!smallest.scenario().equals(before.scenario()) && !lab.isSpent());
    return minimal(smallest, lab);
  }

  private static List<Pass> passes() {
    return List.of(
        new Removal<>(Parts::actions, Parts::withActions),
        new Removal<>(Scenario::operations, Parts::withOperations));
  }

  private Minimal minimal(Sample smallest, Lab lab) {
    Found found =
        new Found(smallest.violation().check(), version, Witnesses.of(smallest.violation()));
    Scenario marked =
        smallest
            .scenario()
            .edited(draft -> {
              draft.found = Optional.of(found);
              draft.expect = new Expectation.Pass();
            });
    return new Minimal(marked, lab.run(marked, Options.DEFAULT), lab.runs(), end(lab));
  }

  private static Minimal.End end(Lab lab) {
    if (lab.isOutOfTime()) {
      return Minimal.End.OUT_OF_TIME;
    }
    return lab.isSpent() ? Minimal.End.OUT_OF_RUNS : Minimal.End.SMALLEST;
  }
}
