package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;
import dev.faultline.protocols.raft.TermAndVote;
import java.util.Optional;

/** R04: a voter that restarts has forgotten whom it voted for (akka-raft issue 62). */
final class ForgetsVote extends RaftRules {
  @Override
  protected TermAndVote recoverVote(TermAndVote stored) {
    return new TermAndVote(stored.term(), Optional.empty());
  }
}
