package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R31: a server that comes back answers reads before it has replayed what was committed (etcd issue
 * 3879).
 */
final class ReadsBeforeReplay extends RaftRules {
  @Override
  protected boolean knowsCommitted(long termAtCommitIndex, long currentTerm) {
    return true;
  }
}
