package dev.faultline.network;

import dev.faultline.values.NodeId;
import java.util.List;

/**
 * Links that differ from the others: those from any of some nodes to any of some others, one way.
 *
 * @param from the senders; empty for all
 * @param to the receivers; empty for all
 */
public record LinkClass(List<NodeId> from, List<NodeId> to, LinkSettings settings) {
  public LinkClass {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  boolean covers(NodeId sender, NodeId receiver) {
    return (from.isEmpty() || from.contains(sender)) && (to.isEmpty() || to.contains(receiver));
  }
}
