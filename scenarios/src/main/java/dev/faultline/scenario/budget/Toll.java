package dev.faultline.scenario.budget;

import dev.faultline.fault.Target;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.TreeSet;

/** How many servers faults can hit over a whole run; drawn targets count as other ones each. */
final class Toll {
  private final int servers;
  private final TreeSet<NodeId> named = new TreeSet<>();
  private int drawn;

  /** Nobody yet, of so many. */
  Toll(int servers) {
    this.servers = servers;
  }

  /**
   * One more fault.
   *
   * @param repeats can it strike again and again?
   */
  void add(Target target, boolean repeats) {
    if (target instanceof Target.Named(List<NodeId> nodes)) {
      named.addAll(nodes);
    } else {
      drawn += repeats ? servers : count(target, servers);
    }
  }

  int total() {
    return Math.min(servers, named.size() + drawn);
  }

  /** How many of so many servers a target means. */
  static int count(Target target, int servers) {
    return switch (target) {
      case Target.Named named -> named.nodes().size();
      case Target.Leader leader -> 1;
      case Target.Reporter reporter -> 1;
      case Target.Follower follower -> 1;
      case Target.Majority majority -> servers / 2 + 1;
      case Target.Minority minority -> (servers - 1) / 2;
      case Target.All all -> servers;
      case Target.RandomNodes random -> Math.min(servers, random.count());
    };
  }
}
