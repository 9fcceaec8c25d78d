package dev.faultline.scenario;

import dev.faultline.random.Distribution;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * The system under test.
 *
 * @param protocol the name of a protocol on the class path
 * @param nodes the servers, {@code n1} onwards
 * @param config the protocol's own record, complete
 * @param flaw the id of a published bug that is switched on
 * @param serviceTime how long a server takes to serve one message; empty for no time
 */
public record SystemSection(
    String protocol,
    List<NodeId> nodes,
    Record config,
    Optional<String> flaw,
    Optional<Distribution> serviceTime) {
  public SystemSection {
    nodes = List.copyOf(nodes);
  }

  /** The same system with another flaw, or none. */
  public SystemSection withFlaw(Optional<String> other) {
    return new SystemSection(protocol, nodes, config, other, serviceTime);
  }
}
