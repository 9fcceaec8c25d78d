package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;

/**
 * An entry that a leader commits by counting replicas is of its own term; earlier ones it commits
 * along with it (paper, section 5.4.2). Without this rule, a committed entry can be lost (figure
 * 8), but not soon: this check sees the mistake itself.
 */
public final class CommitOwnTerm implements Invariant {
  @Override
  public String name() {
    return "raft/commit-own-term";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Committed.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    if (fact instanceof Committed committed
        && committed.counted()
        && committed.entryTerm() != committed.term()) {
      verdicts.violated(
          List.of(verdicts.sighting()),
          "%s, leader of term %d, committed entry %d of term %d by counting",
          node,
          committed.term(),
          committed.index(),
          committed.entryTerm());
    }
  }
}
