package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.service.Service;
import dev.faultline.simulation.Deployment;
import dev.faultline.trace.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can be judged in a scenario.
 *
 * @param protocol its name stands for all its rules
 * @param rules the names of the protocol's applicable invariants
 * @param facts the names of the facts that they know; empty when they know none
 * @param hasModel can histories be explained by one copy of a service?
 */
record Judged(String protocol, List<String> rules, List<String> facts, boolean hasModel) {
  static final String LINEARIZABLE = "linearizable";

  /** The names of what the engine itself finds: a handler that throws, no progress after faults. */
  private static final List<String> BY_THE_ENGINE = List.of("exception", "liveness");

  static Judged of(String protocol, Deployment<?> deployment, Optional<Service> service) {
    List<Invariant> invariants = deployment.invariants();
    TreeSet<String> facts = new TreeSet<>();
    invariants.forEach(invariant -> invariant.observes().forEach(fact -> addFamily(fact, facts)));
    return new Judged(
        protocol,
        invariants.stream().map(Invariant::name).toList(),
        List.copyOf(facts),
        service.flatMap(Service::model).isPresent());
  }

  /** Adds a fact and those that are declared together with it, whether or not a rule needs them. */
  private static void addFamily(Class<? extends Fact> fact, TreeSet<String> names) {
    names.add(fact.getSimpleName());
    for (Class<?> family : fact.getInterfaces()) {
      if (family.isSealed()) {
        Stream.of(family.getPermittedSubclasses()).map(Class::getSimpleName).forEach(names::add);
      }
    }
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
