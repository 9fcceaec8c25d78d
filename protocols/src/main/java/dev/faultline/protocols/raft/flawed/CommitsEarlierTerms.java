package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R01: a leader commits entries of earlier terms by counting replicas. Figure 8 of the paper shows
 * how such an entry is lost again; logcabin issue 44, among others, is a system that did it.
 */
final class CommitsEarlierTerms extends RaftRules {
  @Override
  protected boolean mayCommit(long entryTerm, long currentTerm) {
    return true;
  }
}
