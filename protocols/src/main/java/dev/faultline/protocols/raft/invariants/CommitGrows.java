package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In one life, a server's commit index only grows (paper, figure 2, "increases monotonically"). It
 * is not durable: a new life starts at 0.
 */
public final class CommitGrows implements Invariant {
  private final Map<NodeId, Sighting> latest = new HashMap<>();

  @Override
  public String name() {
    return "raft/commit-grows";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Committed.class, Recovered.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    switch ((RaftFact) fact) {
      case Committed committed -> judge(committed, node, verdicts);
      case Recovered recovered -> latest.remove(node);
      default -> {}
    }
  }

  private void judge(Committed committed, NodeId node, Verdicts verdicts) {
    Sighting now = verdicts.sighting();
    Sighting before = latest.put(node, now);
    if (before != null
        && before.fact() instanceof Committed earlier
        && committed.index() <= earlier.index()) {
      verdicts.violated(
          List.of(before, now),
          "the commit index of %s went from %d to %d",
          node,
          earlier.index(),
          committed.index());
    }
  }
}
