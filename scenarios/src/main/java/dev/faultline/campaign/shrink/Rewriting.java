package dev.faultline.campaign.shrink;

import dev.faultline.fault.Effect;
import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for the nodes that an effect names, however deep, and puts others in their place: effects
 * are records of records and lists.
 */
final class Rewriting {
  /** Each node that stays, and its new name. */
  private final Map<NodeId, NodeId> names;

  private Rewriting(Map<NodeId, NodeId> names) {
    this.names = names;
  }

  /** The nodes that an effect names. */
  static SortedSet<NodeId> nodes(Effect effect) {
    SortedSet<NodeId> nodes = new TreeSet<>();
    collect(effect, nodes);
    return nodes;
  }

  private static void collect(Object value, SortedSet<NodeId> nodes) {
    switch (value) {
      case NodeId node -> nodes.add(node);
      case List<?> list -> list.forEach(item -> collect(item, nodes));
      case Record record -> {
        RecordShape shape = RecordShape.of(record.getClass());
        for (int i = 0; i < shape.size(); i++) {
          Object component = shape.read(record, i);
          if (component != null) {
            collect(component, nodes);
          }
        }
      }
      default -> {}
    }
  }

  /**
   * The effect on other nodes.
   *
   * @param names each node that stays, and its new name
   * @return empty when a list would lose its last node, or the effect cannot do without
   */
  static Optional<Effect> renamed(Effect effect, Map<NodeId, NodeId> names) {
    return new Rewriting(names).rewritten(effect).map(Effect.class::cast);
  }

  /** The effect without a node. */
  static Optional<Effect> without(Effect effect, NodeId gone) {
    SortedMap<NodeId, NodeId> names = new TreeMap<>();
    nodes(effect).forEach(node -> names.put(node, node));
    names.remove(gone);
    return renamed(effect, names);
  }

  private Optional<Object> rewritten(Object value) {
    return switch (value) {
      case NodeId node -> Optional.ofNullable(names.get(node));
      case List<?> list -> list(list);
      case Record record -> record(record);
      default -> Optional.of(value);
    };
  }

  /** Items that cannot stay are left out; but an empty list often means all nodes. */
  private Optional<Object> list(List<?> list) {
    List<Object> items = new ArrayList<>();
    list.forEach(item -> rewritten(item).ifPresent(items::add));
    return items.isEmpty() && !list.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(items));
  }

  private Optional<Object> record(Record record) {
    RecordShape shape = RecordShape.of(record.getClass());
    Optional<Object> result = Optional.of(record);
    for (int i = 0; i < shape.size(); i++) {
      int component = i;
      Object old = shape.read(record, i);
      if (old instanceof Record || old instanceof List || old instanceof NodeId) {
        Optional<Object> changed = rewritten(old);
        result =
            result.flatMap(copy -> changed.flatMap(value -> shape.with(copy, component, value)));
      }
    }
    return result;
  }
}
