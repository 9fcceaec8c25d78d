package dev.faultline.cli;

import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.execution.Execution;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.budget.FaultOutlook;
import java.nio.file.Path;
import java.util.List;

/** Loads the scenario that the options of a command name. */
final class ScenarioSource {
  private final Surroundings surroundings;
  private final Protocols protocols;
  private final Scenario scenario;
  private final Path file;
  private final boolean drawn;

  /**
   * Finds and reads it.
   *
   * @throws dev.faultline.scenario.ScenarioException when there is none, or it cannot be used
   */
  ScenarioSource(Surroundings surroundings, ScenarioOptions options) {
    this.surroundings = surroundings;
    this.protocols = options.classPath().protocols();
    this.file = new ScenarioFinder(surroundings.library()).find(options.scenario());
    Scenario loaded = new ScenarioLoader(protocols).load(file, options.overrides());
    Scenario seeded = options.seed().map(loaded::withSeed).orElse(loaded);
    this.drawn = options.swarm();
    this.scenario = drawn ? new Swarm(protocols).draw(seeded, seeded.seed()) : seeded;
  }

  Protocols protocols() {
    return protocols;
  }

  Scenario scenario() {
    return scenario;
  }

  /** What the faults of a scenario can do beyond the fault budget of its protocol. */
  static List<String> warnings(Scenario scenario, Protocols protocols) {
    PreparedRun run = scenario.prepare(protocols);
    String protocol = scenario.system().protocol();
    return FaultOutlook.warnings(run.settings(), protocol, run.deployment().budget());
  }

  /** The scenario's file. */
  Path file() {
    return file;
  }

  /**
   * Everything that a run needs, with a word about faults beyond what the protocol tolerates; what
   * is drawn may stop service for a while, but breaks no promise.
   */
  Execution execution(boolean keepGoing) {
    if (!drawn) {
      warnings(scenario, protocols)
          .forEach(warning -> surroundings.complain("faultline: warning: " + warning));
    }
    return new Execution(scenario, protocols, keepGoing);
  }
}
