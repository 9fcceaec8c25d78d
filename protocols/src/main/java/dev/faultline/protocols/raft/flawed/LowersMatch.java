package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R13: an answer that was overtaken by a later one sets the leader's match index back (raftos issue
 * 25; PySyncObj issue 167).
 */
final class LowersMatch extends RaftRules {
  @Override
  protected long raiseMatch(long matchIndex, long reported) {
    return reported;
  }
}
