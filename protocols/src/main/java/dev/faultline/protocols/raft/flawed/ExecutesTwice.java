package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R30: servers do not remember what a client's session has executed, and execute a command that is
 * sent again a second time (Ongaro's dissertation, section 6.3).
 */
final class ExecutesTwice extends RaftRules {
  @Override
  protected boolean isDuplicate(long lastExecuted, long sequence) {
    return false;
  }
}
