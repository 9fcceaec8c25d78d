package dev.faultline.campaign.run;

import dev.faultline.check.FactObserver;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Simulation;
import java.util.function.BiConsumer;

/** Runs scenarios, each by itself. It holds no state of any run: threads may share it. */
public final class SeedRunner {
  private final Protocols protocols;
  private final BiConsumer<Scenario, Simulation> vigil;

  /** Scenarios name these protocols. */
  public SeedRunner(Protocols protocols) {
    this(protocols, (scenario, simulation) -> {});
  }

  private SeedRunner(Protocols protocols, BiConsumer<Scenario, Simulation> vigil) {
    this.protocols = protocols;
    this.vigil = vigil;
  }

  /** The same, telling somebody of each simulation before it starts. */
  public SeedRunner watchedBy(BiConsumer<Scenario, Simulation> other) {
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
    PreparedRun prepared = scenario.prepare(protocols);
    Census census = new Census(prepared.deployment().sometimes());
    Options options = prepared.options().observing(census);
    for (FactObserver observer : observers) {
      options = options.observing(observer);
    }
    Simulation simulation = new Simulation(prepared.deployment(), prepared.settings(), options);
    vigil.accept(scenario, simulation);
    return new SeedRun(scenario, simulation.run(), census);
  }
}
