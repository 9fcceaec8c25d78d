package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;
import dev.faultline.values.NodeId;
import java.util.Collection;

/** R06: a candidate counts a vote again when its message arrives again (akka-raft issue 45). */
final class CountsVotesTwice extends RaftRules {
  @Override
  protected boolean isFirstVote(Collection<NodeId> counted, NodeId voter) {
    return true;
  }
}
