package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.check.LinearizabilityValidation;
import dev.faultline.service.Service;
import dev.faultline.simulation.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be judged in a scenario.
 *
 * @param protocol its name stands for all its rules
 * @param rules the names of the protocol's applicable invariants
 * @param hasModel can histories be explained by one copy of a service?
 */
record Judged(String protocol, List<String> rules, boolean hasModel) {
  static final String LINEARIZABLE = LinearizabilityValidation.NAME;

  /** The names of what the engine itself finds: a handler that throws, no progress after faults. */
  private static final List<String> BY_THE_ENGINE = List.of("exception", "liveness");

  static Judged of(String protocol, Deployment<?> deployment, Optional<Service> service) {
    List<Invariant> invariants = deployment.invariants();
    return new Judged(
        protocol,
        invariants.stream().map(Invariant::name).toList(),
        service.flatMap(Service::model).isPresent());
  }

  /** What is judged when a scenario does not say. */
  List<Check> usual() {
    List<Check> checks = new ArrayList<>();
    if (hasModel) {
      checks.add(new Check.Linearizable());
    }
    checks.add(new Check.Rules(protocol));
    return checks;
  }

  /** The names that checks can have. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (hasModel) {
      names.add(LINEARIZABLE);
    }
    names.add(protocol);
    names.addAll(rules);
    return names;
  }

  /** The names under which violations of these checks are reported. */
  List<String> violable(List<Check> checks) {
    return Stream.concat(checks.stream().flatMap(this::violable), BY_THE_ENGINE.stream())
        .distinct()
        .toList();
  }

  private Stream<String> violable(Check check) {
    return switch (check) {
      case Check.Linearizable linearizable -> Stream.of(LINEARIZABLE);
      case Check.Rules all -> rules.stream();
      case Check.Rule(String name) -> Stream.of(name);
      case Check.Limit limit -> Stream.of(limit.threshold().name());
    };
  }
}
