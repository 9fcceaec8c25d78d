package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Value;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of nodes that name nobody twice. */
final class Nodes {
  private Nodes() {}

  /** Reads a list of at least one node. */
  static List<NodeId> distinct(Value value, Form<?> list, Form<NodeId> node) {
    return distinct(value, list, node, List.of());
  }

  /** Reads a list of at least one node, all different from some others too. */
  static List<NodeId> distinct(
      Value value, Form<?> list, Form<NodeId> node, Collection<NodeId> others) {
    List<NodeId> nodes = new ArrayList<>();
    for (Value item : value.items(list)) {
      NodeId read = node.read(item);
      if (nodes.contains(read) || others.contains(read)) {
        throw item.error("names " + read + " twice");
      }
      nodes.add(read);
    }
    if (nodes.isEmpty()) {
      throw value.error("expected at least one node, got none");
    }
    return nodes;
  }
}
