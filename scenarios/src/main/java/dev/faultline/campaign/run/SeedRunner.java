package dev.faultline.campaign.run;

import dev.faultline.check.FactObserver;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Simulation;

/** Runs scenarios, each by itself. It holds no state of any run: threads may share it. */
public final class SeedRunner {
  private final Protocols protocols;

  /** Scenarios name these protocols. */
  public SeedRunner(Protocols protocols) {
    this.protocols = protocols;
  }

  /**
   * Runs a scenario to its end.
   *
   * @param observers see every fact, beside the census
   */
  public SeedRun run(Scenario scenario, FactObserver... observers) {
    PreparedRun prepared = scenario.prepare(protocols);
    Census census = new Census();
    Options options = prepared.options().observing(census);
    for (FactObserver observer : observers) {
      options = options.observing(observer);
    }
    Simulation simulation = new Simulation(prepared.deployment(), prepared.settings(), options);
    return new SeedRun(scenario, simulation.run(), census);
  }
}
