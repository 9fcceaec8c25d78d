package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R24: a leader answers reads without asking anyone whether it still leads (etcd issue 741; consul
 * issue 54).
 */
final class ReadsWithoutQuorum extends RaftRules {
  @Override
  protected boolean isStillLeader(int confirmations, int servers) {
    return true;
  }
}
