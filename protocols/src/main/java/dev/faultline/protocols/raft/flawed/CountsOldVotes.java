package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R07: a candidate counts a vote that it was given in an earlier term (akka-raft issue 46; xraft
 * issue 33).
 */
final class CountsOldVotes extends RaftRules {
  @Override
  protected boolean mayCountVote(long voteTerm, long currentTerm) {
    return true;
  }
}
