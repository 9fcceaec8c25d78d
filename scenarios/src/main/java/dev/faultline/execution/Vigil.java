package dev.faultline.execution;

import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Simulation;
import java.util.Optional;

/** Is told what is about to be run, so that somebody on another thread sees whether it goes on. */
public interface Vigil {
  /** Nobody looks. */
  Vigil NONE = (scenario, simulation) -> {};

  /**
   * A run is set up next, or goes on next.
   *
   * @param simulation the run; empty while it is set up, which includes the start of its nodes
   */
  void sees(Scenario scenario, Optional<Simulation> simulation);
}
