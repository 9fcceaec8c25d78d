package dev.faultline.simulation;

import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * A system under test. Found by name through {@link java.util.ServiceLoader}: list the class in
 * {@code META-INF/services/dev.faultline.simulation.Protocol}.
 *
 * @param <C> its configuration: a record of value types with an {@code @About} on each component;
 *     the scenario language and the YAML schema are derived from it
 */
public interface Protocol<C extends Record> {
  /** The name in scenarios: {@code raft}. */
  String name();

  /** One sentence for people, with the source. */
  String about();

  /** The configuration with every default filled in. */
  C defaults();

  /** The services its clients offer, by name; the first is the usual one. */
  List<String> services();

  /** Its published bugs that can be switched on, to see them caught. */
  default List<Flaw> flaws() {
    return List.of();
  }

  /**
   * Sets the system up for one run.
   *
   * @param nodes the servers, in order
   * @param flaw the id of one of {@link #flaws}, or empty for the correct system
   * @throws IllegalArgumentException when the configuration cannot work, saying which rule it
   *     breaks
   */
  Deployment<?> deploy(C config, List<NodeId> nodes, Optional<String> flaw);
}
