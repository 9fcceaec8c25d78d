package dev.faultline.fault;

import dev.faultline.node.Machine;
import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.Draws;
import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Finds the nodes that a target means at this moment. */
final class TargetResolver {
  private final Cluster cluster;
  private final Choices choices;

  TargetResolver(Cluster cluster, Choices choices) {
    this.cluster = cluster;
    this.choices = choices;
  }

  /**
   * The nodes of a target.
   *
   * @param action the id of the action, part of the key of what is drawn
   * @return in the order of their names; empty when nobody fits now
   */
  List<NodeId> resolve(Target target, String action, long now) {
    List<NodeId> up = cluster.serversUp().stream().map(Machine::id).toList();
    List<NodeId> all = cluster.servers().stream().<NodeId>map(Machine::id).toList();
    return switch (target) {
      case Target.Named(List<NodeId> nodes) -> nodes;
      case Target.Leader() -> leader();
      // Known when the fault is struck by something, and named then.
      case Target.Reporter() -> List.of();
      case Target.Follower() -> {
        List<NodeId> leader = leader();
        yield draw(up.stream().filter(node -> !leader.contains(node)).toList(), 1, action, now);
      }
      case Target.Majority() -> draw(all, all.size() / 2 + 1, action, now);
      case Target.Minority() -> draw(all, (all.size() - 1) / 2, action, now);
      case Target.All() -> all;
      case Target.RandomNodes(int count) -> draw(up, count, action, now);
    };
  }

  private List<NodeId> leader() {
    Machine<?> leader = cluster.leader();
    return leader == null ? List.of() : List.of(leader.id());
  }

  private List<NodeId> draw(List<NodeId> candidates, int count, String action, long now) {
    long bits = choices.bits(Decision.TARGET, Hash.of(action), now, 0);
    List<NodeId> left = new ArrayList<>(candidates);
    List<NodeId> drawn = new ArrayList<>();
    while (drawn.size() < count && !left.isEmpty()) {
      NodeId next = Draws.pick(bits, left, NodeId::key);
      drawn.add(next);
      left.remove(next);
    }
    drawn.sort(null);
    return drawn;
  }
}
