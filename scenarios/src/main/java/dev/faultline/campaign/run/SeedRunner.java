package dev.faultline.campaign.run;

import dev.faultline.check.FactObserver;
import dev.faultline.execution.Vigil;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Simulation;
import java.util.Optional;

/** Runs scenarios, each by itself. It holds no state of any run: threads may share it. */
public final class SeedRunner {
  private final Protocols protocols;
  private final Vigil vigil;

  /** Scenarios name these protocols. */
  public SeedRunner(Protocols protocols) {
    this(protocols, Vigil.NONE);
  }

  private SeedRunner(Protocols protocols, Vigil vigil) {
    this.protocols = protocols;
    this.vigil = vigil;
  }

  /** The same, telling somebody of each run. */
  public SeedRunner watchedBy(Vigil other) {
    return new SeedRunner(protocols, other);
  }

  /** The protocols that scenarios can name. */
  public Protocols protocols() {
    return protocols;
  }

  /**
   * Runs a scenario to its end.
   *
   * @param observers see every fact, beside the census
   */
  public SeedRun run(Scenario scenario, FactObserver... observers) {
    vigil.sees(scenario, Optional.empty());
    PreparedRun prepared = scenario.prepare(protocols);
    Census census = new Census(prepared.deployment().sometimes());
    Options options = prepared.options().observing(census);
    for (FactObserver observer : observers) {
      options = options.observing(observer);
    }
    Simulation simulation = new Simulation(prepared.deployment(), prepared.settings(), options);
    vigil.sees(scenario, Optional.of(simulation));
    return new SeedRun(scenario, simulation.run(), census);
  }
}
