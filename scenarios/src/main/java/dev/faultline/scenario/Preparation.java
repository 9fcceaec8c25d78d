package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.check.LinearizabilityValidation;
import dev.faultline.check.Validation;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.random.Chance;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns a scenario into what one run needs. */
final class Preparation {
  private Preparation() {}

  static PreparedRun of(Scenario scenario, Protocols protocols) {
    Protocol<?> protocol = protocols.require(scenario.system().protocol());
    Deployment<?> deployment = deploy(protocol, scenario.system());
    List<WitnessCheck> witness = scenario.found().map(WitnessCheck::new).stream().toList();
    return new PreparedRun(
        deployment,
        settings(scenario),
        invariants(scenario.checks(), deployment.invariants()),
        Stream.concat(validations(scenario).stream(), witness.stream()).toList(),
        List.copyOf(witness),
        scenario.expect());
  }

  /** Sets the system up; an {@link IllegalArgumentException} says why it cannot be. */
  static <C extends Record> Deployment<?> deploy(Protocol<C> protocol, SystemSection system) {
    return protocol.deploy(config(protocol, system.config()), system.nodes(), system.flaw());
  }

  /** A configuration as the protocol's own record, which every reader makes it. */
  @SuppressWarnings("unchecked")
  static <C extends Record> C config(Protocol<C> protocol, Record config) {
    return (C) protocol.defaults().getClass().cast(config);
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
        scenario.chance().orElse(Chance.PLAIN),
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
        .flatMap(fault -> fault instanceof Fault.Once once ? Stream.of(once.action()) : Stream.of())
        .toList();
  }

  private static List<FaultRule> rules(List<Fault> faults) {
    return faults.stream()
        .flatMap(
            fault -> fault instanceof Fault.Repeated rule ? Stream.of(rule.rule()) : Stream.of())
        .toList();
  }

  private static List<Validation> validations(Scenario scenario) {
    List<Validation> validations = new ArrayList<>();
    for (Check check : scenario.checks()) {
      switch (check) {
        case Check.Linearizable linearizable -> validations.add(linearizability(scenario));
        case Check.Limit(Validation threshold) -> validations.add(threshold);
        case Check.Rules rules -> {}
        case Check.Rule rule -> {}
      }
    }
    return validations;
  }

  private static Validation linearizability(Scenario scenario) {
    Service service = Services.named(scenario.workload().orElseThrow().service());
    return new LinearizabilityValidation(service.model().orElseThrow());
  }
}
