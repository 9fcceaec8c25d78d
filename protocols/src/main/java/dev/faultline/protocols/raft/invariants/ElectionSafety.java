package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** At most one leader in a term (paper, figure 3, "Election Safety"). */
public final class ElectionSafety implements Invariant {
  private final Map<Long, Sighting> leaderOfTerm = new HashMap<>();

  @Override
  public String name() {
    return "raft/election-safety";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(BecameLeader.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    if (fact instanceof BecameLeader elected) {
      Sighting now = verdicts.sighting();
      Sighting first = leaderOfTerm.putIfAbsent(elected.term(), now);
      if (first != null && !first.node().equals(node)) {
        verdicts.violated(
            List.of(first, now),
            "term %d has two leaders, %s and %s",
            elected.term(),
            first.node(),
            node);
      }
    }
  }
}
