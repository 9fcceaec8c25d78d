package dev.faultline.cli;

import dev.faultline.cli.execution.Execution;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import java.nio.file.Path;

/** Loads the scenario that the options of a command name. */
final class ScenarioSource {
  private final Protocols protocols;
  private final Scenario scenario;
  private final Path file;

  /**
   * Finds and reads it.
   *
   * @throws dev.faultline.scenario.ScenarioException when there is none, or it cannot be used
   */
  ScenarioSource(Surroundings surroundings, ScenarioOptions options) {
    this.protocols = options.classPath().protocols();
    this.file = new ScenarioFinder(surroundings.library()).find(options.scenario());
    Scenario loaded = new ScenarioLoader(protocols).load(file, options.overrides());
    this.scenario = options.seed().map(loaded::withSeed).orElse(loaded);
  }

  Protocols protocols() {
    return protocols;
  }

  Scenario scenario() {
    return scenario;
  }

  /** The scenario's file. */
  Path file() {
    return file;
  }

  /** Everything that a run needs. */
  Execution execution(boolean keepGoing) {
    return new Execution(scenario, protocols, keepGoing);
  }
}
