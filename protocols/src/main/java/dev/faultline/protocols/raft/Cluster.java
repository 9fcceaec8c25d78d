package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;
import java.util.List;

/**
 * The servers of the system as one of them sees it.
 *
 * @param self this server
 * @param peers the others, in order
 */
record Cluster(NodeId self, List<NodeId> peers) {
  static Cluster of(NodeId self, List<NodeId> servers) {
    return new Cluster(self, servers.stream().filter(server -> !server.equals(self)).toList());
  }

  int size() {
    return peers.size() + 1;
  }
}
