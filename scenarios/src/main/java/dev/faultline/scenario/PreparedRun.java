package dev.faultline.scenario;

import dev.faultline.check.FactObserver;
import dev.faultline.check.Invariant;
import dev.faultline.check.Validation;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunSettings;
import java.util.List;
import java.util.Optional;

/**
 * All that one run needs. Invariants and validations judge a single run; prepare again for the
 * next.
 *
 * @param deployment the system, as the scenario configures it
 * @param settings everything else that decides the run
 * @param invariants the rules that the scenario wants judged at every step
 * @param validations what it wants judged at the end
 * @param observers who else sees every fact
 * @param expectation how it should end
 */
public record PreparedRun(
    Deployment<?> deployment,
    RunSettings settings,
    List<Invariant> invariants,
    List<Validation> validations,
    List<FactObserver> observers,
    Expectation expectation) {
  /** How the run is judged. */
  public Options options() {
    return watching(Options.DEFAULT);
  }

  /** The same options, with the judges of this run. */
  public Options watching(Options options) {
    Options judged = options.checking(Optional.of(invariants), validations);
    for (FactObserver observer : observers) {
      judged = judged.observing(observer);
    }
    return judged;
  }

  public PreparedRun {
    invariants = List.copyOf(invariants);
    validations = List.copyOf(validations);
    observers = List.copyOf(observers);
  }
}
