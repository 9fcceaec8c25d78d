package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;

/**
 * R36: a leader counts itself for entries that are not on its own stable storage yet; a single
 * server then commits what it can still lose (etcd issue 14370).
 */
final class CountsUnsyncedEntries extends RaftRules {
  @Override
  protected long ownMatch(long durableIndex, long lastIndex) {
    return lastIndex;
  }
}
