package dev.faultline.fault;

import dev.faultline.network.Endpoint;
import dev.faultline.network.LinkFilter;
import dev.faultline.node.Machine;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Turns the shape of a cut into the links it cuts. */
final class CutShapes {
  private final Cluster cluster;

  CutShapes(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * The links that a cut covers.
   *
   * @param nodes the nodes that the shape's target means; empty for a shape without one
   */
  LinkFilter links(Cut cut, List<NodeId> nodes) {
    return switch (cut) {
      case Cut.Groups(List<List<NodeId>> groups) -> between(groups);
      case Cut.OneWay(List<NodeId> from, List<NodeId> to) -> {
        BitSet senders = indexes(from);
        BitSet receivers = indexes(to);
        yield (a, b) -> senders.get(a.index()) && receivers.get(b.index());
      }
      case Cut.Links(List<Cut.Link> links) -> single(links);
      case Cut.Bridge bridge -> bridge(nodes);
      case Cut.Ring ring -> ring();
      case Cut.Isolate isolate -> {
        BitSet alone = indexes(nodes);
        BitSet servers = indexes(serverIds());
        yield (a, b) ->
            (alone.get(a.index()) && servers.get(b.index()))
                || (alone.get(b.index()) && servers.get(a.index()));
      }
      case Cut.Split split -> between(List.of(nodes, others(nodes)));
    };
  }

  /** Links from any of some nodes to any of some others; no names means all nodes. */
  LinkFilter oneWay(List<NodeId> from, List<NodeId> to) {
    BitSet senders = indexes(from);
    BitSet receivers = indexes(to);
    boolean anySender = from.isEmpty();
    boolean anyReceiver = to.isEmpty();
    return (a, b) ->
        (anySender || senders.get(a.index())) && (anyReceiver || receivers.get(b.index()));
  }

  private LinkFilter between(List<List<NodeId>> groups) {
    List<BitSet> members = groups.stream().map(this::indexes).toList();
    return (a, b) -> {
      int groupOfA = groupOf(members, a);
      int groupOfB = groupOf(members, b);
      return groupOfA >= 0 && groupOfB >= 0 && groupOfA != groupOfB;
    };
  }

  private static int groupOf(List<BitSet> groups, Endpoint endpoint) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).get(endpoint.index())) {
        return i;
      }
    }
    return -1;
  }

  private LinkFilter single(List<Cut.Link> links) {
    List<BitSet> ends = links.stream().map(link -> indexes(List.of(link.a(), link.b()))).toList();
    return (a, b) -> {
      for (BitSet pair : ends) {
        if (a != b && pair.get(a.index()) && pair.get(b.index())) {
          return true;
        }
      }
      return false;
    };
  }

  private LinkFilter bridge(List<NodeId> bridge) {
    List<NodeId> rest = others(bridge);
    int half = (rest.size() + 1) / 2;
    return between(List.of(rest.subList(0, half), rest.subList(half, rest.size())));
  }

  private LinkFilter ring() {
    List<NodeId> order = new ArrayList<>(serverIds());
    order.sort(null);
    List<Cut.Link> cut = new ArrayList<>();
    int size = order.size();
    for (int i = 0; i < size; i++) {
      for (int j = i + 2; j < size; j++) {
        if (!(i == 0 && j == size - 1)) {
          cut.add(new Cut.Link(order.get(i), order.get(j)));
        }
      }
    }
    return single(cut);
  }

  private List<NodeId> others(List<NodeId> nodes) {
    return serverIds().stream().filter(node -> !nodes.contains(node)).toList();
  }

  private List<NodeId> serverIds() {
    return cluster.servers().stream().<NodeId>map(Machine::id).toList();
  }

  private BitSet indexes(Collection<NodeId> nodes) {
    BitSet set = new BitSet();
    nodes.forEach(node -> set.set(cluster.get(node).index()));
    return set;
  }
}
