package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;
import java.util.function.LongUnaryOperator;

/**
 * R14: a leader looks for what it can commit from the commit index on and stops at the first entry
 * of an earlier term, so that it never commits anything behind that (raftos pull request 30).
 */
final class StopsAtOlderTerm extends RaftRules {
  @Override
  protected long commitByCounting(
      long commitIndex, long indexOnMajority, LongUnaryOperator termAt, long currentTerm) {
    long index = commitIndex;
    while (index < indexOnMajority && mayCommit(termAt.applyAsLong(index + 1), currentTerm)) {
      index++;
    }
    return index;
  }
}
