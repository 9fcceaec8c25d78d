package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;
import java.util.Optional;

/**
 * Figure 2's {@code currentTerm} and {@code votedFor}: what a server must not forget about
 * elections.
 *
 * @param term the latest term the server has seen, from 0
 * @param votedFor who got its vote in that term
 */
public record TermAndVote(long term, Optional<NodeId> votedFor) {
  /** Before the first election. */
  static final TermAndVote NONE = new TermAndVote(0, Optional.empty());
}
