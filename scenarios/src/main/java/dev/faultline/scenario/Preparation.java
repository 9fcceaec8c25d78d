package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.RunSettings;
import java.util.List;

/** Turns a scenario into what one run needs. */
final class Preparation {
  private Preparation() {}

  static PreparedRun of(Scenario scenario, Protocols protocols) {
    Protocol<?> protocol =
        protocols
            .find(scenario.system().protocol())
            .orElseThrow(() ->
                new ScenarioException(
                    "there is no protocol '" + scenario.system().protocol() + "'"));
    Deployment<?> deployment = deploy(protocol, scenario.system());
    return new PreparedRun(
        deployment,
        settings(scenario),
        invariants(scenario.checks(), deployment.invariants()),
        List.of(),
        scenario.expect());
  }

  /** Sets the system up; an {@link IllegalArgumentException} says why it cannot be. */
  static <C extends Record> Deployment<?> deploy(Protocol<C> protocol, SystemSection system) {
    // The configuration was read as the class of the protocol's defaults.
    @SuppressWarnings("unchecked")
    C config = (C) system.config();
    return protocol.deploy(config, system.nodes(), system.flaw());
  }

  private static List<Invariant> invariants(List<Check> checks, List<Invariant> applicable) {
    boolean all = checks.stream().anyMatch(Check.Rules.class::isInstance);
    return applicable.stream()
        .filter(invariant -> all || checks.contains(new Check.Rule(invariant.name())))
        .toList();
  }

  private static RunSettings settings(Scenario scenario) {
    return new RunSettings(
        scenario.seed(),
        scenario.duration(),
        scenario.system().nodes(),
        scenario.network().settings(),
        scenario.disk(),
        scenario.clocks(),
        scenario.system().serviceTime(),
        actions(scenario.faults()),
        rules(scenario.faults()),
        scenario.workload(),
        scenario.operations(),
        scenario.recorded().isPresent(),
        scenario.recovery(),
        scenario.bounds());
  }

  private static List<FaultAction> actions(List<Fault> faults) {
    return faults.stream()
        .filter(Fault.Once.class::isInstance)
        .map(fault -> ((Fault.Once) fault).action())
        .toList();
  }

  private static List<FaultRule> rules(List<Fault> faults) {
    return faults.stream()
        .filter(Fault.Repeated.class::isInstance)
        .map(fault -> ((Fault.Repeated) fault).rule())
        .toList();
  }
}
