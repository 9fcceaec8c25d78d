package dev.faultline.scenario.budget;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Target;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Which servers are up and hear each other, both ways. */
final class Reach {
  private final List<NodeId> servers;
  private final BitSet down = new BitSet();

  /** Whom each server hears; empty as long as no link is cut. */
  private final List<BitSet> peers = new ArrayList<>();

  /** All of them. */
  Reach(List<NodeId> servers) {
    this.servers = servers;
  }

  /** These servers stop. */
  void stop(Collection<NodeId> nodes) {
    down.or(indexes(nodes));
  }

  /** Links are cut. A cut whose target is drawn is not for here. */
  void cut(Cut cut) {
    switch (cut) {
      case Cut.Groups(List<List<NodeId>> groups) -> apart(groups);
      case Cut.OneWay(List<NodeId> from, List<NodeId> to) -> apart(List.of(from, to));
      case Cut.Links(List<Cut.Link> links) ->
          links.forEach(link -> apart(List.of(List.of(link.a()), List.of(link.b()))));
      case Cut.Bridge(Target over) -> bridge(named(over));
      case Cut.Ring ring -> ring();
      case Cut.Isolate(Target target) -> named(target).forEach(this::isolate);
      case Cut.Split(Target target) -> apart(List.of(named(target), others(named(target))));
    }
  }

  /** How many servers are down, or out of reach of the best-connected one. */
  int out() {
    if (peers.isEmpty()) {
      return down.cardinality();
    }
    int best = 0;
    for (int i = 0; i < servers.size(); i++) {
      if (!down.get(i)) {
        BitSet heard = (BitSet) peers.get(i).clone();
        heard.andNot(down);
        best = Math.max(best, heard.cardinality());
      }
    }
    return servers.size() - best;
  }

  private static List<NodeId> named(Target target) {
    return target instanceof Target.Named(List<NodeId> nodes) ? nodes : List.of();
  }

  private List<NodeId> others(List<NodeId> nodes) {
    return servers.stream().filter(server -> !nodes.contains(server)).toList();
  }

  private void isolate(NodeId node) {
    apart(List.of(List.of(node), others(List.of(node))));
  }

  private void bridge(List<NodeId> bridge) {
    List<NodeId> rest = others(bridge);
    int half = (rest.size() + 1) / 2;
    apart(List.of(rest.subList(0, half), rest.subList(half, rest.size())));
  }

  private void ring() {
    List<NodeId> order = servers.stream().sorted().toList();
    int size = order.size();
    for (int i = 0; i < size; i++) {
      List<NodeId> kept =
          List.of(order.get((i + size - 1) % size), order.get(i), order.get((i + 1) % size));
      apart(List.of(List.of(order.get(i)), others(kept)));
    }
  }

  private void connectAll() {
    for (int i = 0; i < servers.size(); i++) {
      BitSet all = new BitSet();
      all.set(0, servers.size());
      peers.add(all);
    }
  }

  private void apart(List<List<NodeId>> groups) {
    if (peers.isEmpty()) {
      connectAll();
    }
    List<BitSet> members = groups.stream().map(this::indexes).toList();
    for (BitSet group : members) {
      for (BitSet other : members) {
        if (group != other) {
          group.stream().forEach(server -> peers.get(server).andNot(other));
        }
      }
    }
  }

  /** Clients are in nobody's way. */
  private BitSet indexes(Collection<NodeId> nodes) {
    BitSet indexes = new BitSet();
    nodes.stream().mapToInt(servers::indexOf).filter(i -> i >= 0).forEach(indexes::set);
    return indexes;
  }
}
