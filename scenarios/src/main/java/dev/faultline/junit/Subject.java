package dev.faultline.junit;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Protocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What tests are about.
 *
 * @param protocols that scenarios can name
 * @param base reads the scenario, with settings that replace its own
 */
record Subject(Protocols protocols, Function<List<String>, Scenario> base) {
  /** A protocol with its defaults, and with clients when it offers a service. */
  static Subject of(Protocol<?> protocol) {
    String system = "duration: 5s\nsystem: { protocol: " + protocol.name() + " }\n";
    String text = system + (protocol.services().isEmpty() ? "" : "workload: {}\n");
    Protocols protocols = including(protocol);
    ScenarioLoader loader = new ScenarioLoader(protocols);
    return new Subject(protocols, set -> loader.parse(text, protocol.name(), set));
  }

  /** A scenario about a protocol. */
  static Subject of(Protocol<?> protocol, Path scenario) {
    return of(including(protocol), scenario);
  }

  /** A scenario about a protocol that a class loader finds. */
  static Subject of(ClassLoader classes, Path scenario) {
    return of(Protocols.visibleTo(classes), scenario);
  }

  private static Subject of(Protocols protocols, Path scenario) {
    ScenarioLoader loader = new ScenarioLoader(protocols);
    return new Subject(protocols, set -> loader.load(scenario, set));
  }

  /** The protocol need not be listed as a service. */
  private static Protocols including(Protocol<?> protocol) {
    ClassLoader classes = protocol.getClass().getClassLoader();
    List<Protocol<?>> all = new ArrayList<>(Protocols.visibleTo(classes).all());
    all.removeIf(other -> other.name().equals(protocol.name()));
    all.add(protocol);
    return Protocols.of(all);
  }
}
