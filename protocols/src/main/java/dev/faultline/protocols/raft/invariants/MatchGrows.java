package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact.Matched;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In one term, a leader's match index of a follower only grows (paper, figure 2, "increases
 * monotonically"). A system where overtaking answers lowered it: raftos issue 25.
 */
public final class MatchGrows implements Invariant {
  private final Map<NodeId, Map<NodeId, Sighting>> latest = new HashMap<>();

  @Override
  public String name() {
    return "raft/match-grows";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Matched.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    if (fact instanceof Matched matched) {
      Sighting now = verdicts.sighting();
      Sighting before =
          latest.computeIfAbsent(node, leader -> new HashMap<>()).put(matched.follower(), now);
      if (before != null
          && before.fact() instanceof Matched earlier
          && earlier.term() == matched.term()
          && matched.index() <= earlier.index()) {
        verdicts.violated(
            List.of(before, now),
            "in term %d, leader %s lowered the match index of %s from %d to %d",
            matched.term(),
            node,
            matched.follower(),
            earlier.index(),
            matched.index());
      }
    }
  }
}
