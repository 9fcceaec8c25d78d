package dev.faultline.fault;

import dev.faultline.values.NodeId;
import java.util.List;

/** Which nodes a fault hits, resolved when it begins. */
public sealed interface Target {
  /** These. */
  record Named(List<NodeId> nodes) implements Target {
    public Named {
      nodes = List.copyOf(nodes);
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("a target names at least one node");
      }
    }
  }

  /** The node of the newest leadership fact that is up. */
  record Leader() implements Target {}

  /**
   * The server that reported the fact, or whose disk reached the point, that the fault waited for.
   */
  record Reporter() implements Target {}

  /** One server that is up and is not the leader. */
  record Follower() implements Target {}

  /** More than half of the servers, drawn. */
  record Majority() implements Target {}

  /** The most servers that are less than half, drawn. */
  record Minority() implements Target {}

  /** Every server. */
  record All() implements Target {}

  /** So many servers that are up, drawn. */
  record RandomNodes(int count) implements Target {
    public RandomNodes {
      Require.positive("random", count);
    }
  }
}
