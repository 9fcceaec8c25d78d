package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.BecameCandidate;
import dev.faultline.protocols.raft.RaftFact.BecameFollower;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Truncated;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A leader never removes or overwrites entries of its own log (paper, figure 3, "Leader
 * Append-Only"). A log that overwrites an entry removes it first.
 */
public final class LeaderAppendOnly implements Invariant {
  private final Map<NodeId, Sighting> leading = new HashMap<>();

  @Override
  public String name() {
    return "raft/leader-append-only";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(
        BecameLeader.class,
        BecameFollower.class,
        BecameCandidate.class,
        Recovered.class,
        Truncated.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    switch ((RaftFact) fact) {
      case BecameLeader elected -> leading.put(node, verdicts.sighting());
      case Truncated truncated -> judge(truncated, node, verdicts);
      default -> leading.remove(node);
    }
  }

  private void judge(Truncated truncated, NodeId node, Verdicts verdicts) {
    Sighting elected = leading.get(node);
    if (elected != null) {
      verdicts.violated(
          List.of(elected, verdicts.sighting()),
          "%s removed entries from %d on while it was leader",
          node,
          truncated.fromIndex());
    }
  }
}
