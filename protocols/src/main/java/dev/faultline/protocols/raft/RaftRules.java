package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * The safety rules of Raft, one method each, with its section of the paper or the dissertation. The
 * parts of a server share one object. A flawed variant overrides the one rule that it breaks.
 */
public class RaftRules {
  /**
   * Before a server answers or asks anyone anything, what it relies on is on stable storage (figure
   * 2, "Persistent state").
   *
   * @param action answers, asks or counts
   */
  protected void whenDurable(Storage storage, Runnable action) {
    storage.whenDurable(action);
  }

  /**
   * A follower's answer says that the entries are on its stable storage (figure 2, "Persistent
   * state").
   *
   * @param answer tells the leader that the follower has them
   */
  protected void whenAppended(Storage storage, Runnable answer) {
    whenDurable(storage, answer);
  }

  /** A server comes back with the term and the vote that it had (figure 2). */
  protected TermAndVote recoverVote(TermAndVote stored) {
    return stored;
  }

  /** One vote per term, first come, first served (section 5.2). */
  protected boolean mayGrantVote(Optional<NodeId> votedFor, NodeId candidate) {
    return votedFor.isEmpty() || votedFor.get().equals(candidate);
  }

  /** A voter's log is not newer than the candidate's (section 5.4.1). */
  protected boolean isUpToDate(
      long candidateLastIndex, long candidateLastTerm, long ownLastIndex, long ownLastTerm) {
    return candidateLastTerm > ownLastTerm
        || (candidateLastTerm == ownLastTerm && candidateLastIndex >= ownLastIndex);
  }

  /** A vote counts in the election that it was given for (section 5.2). */
  protected boolean mayCountVote(long voteTerm, long currentTerm) {
    return voteTerm == currentTerm;
  }

  /** A server has one vote, however often its answer arrives (section 5.2). */
  protected boolean isFirstVote(Collection<NodeId> counted, NodeId voter) {
    return !counted.contains(voter);
  }

  /** How many servers decide: any two majorities share a server (section 5.2). */
  protected int majority(int servers) {
    return servers / 2 + 1;
  }

  /** An entry goes where the follower's log agrees with the leader's before it (section 5.3). */
  protected boolean mayAppend(long ownTermAtPrevious, long previousTerm) {
    return ownTermAtPrevious == previousTerm;
  }

  /** An entry that differs from the leader's goes, and all after it (section 5.3). */
  protected boolean conflicts(long ownTerm, long leadersTerm) {
    return ownTerm != leadersTerm;
  }

  /** Answers that overtake each other never lower what a leader knows (figure 2, matchIndex). */
  protected long raiseMatch(long matchIndex, long reported) {
    return Math.max(matchIndex, reported);
  }

  /**
   * A leader sends entries before they are on its own stable storage, but counts itself only once
   * they are (dissertation, section 10.2.1).
   *
   * @return up to where the leader itself counts as holding its log
   */
  protected long ownMatch(long durableIndex, long lastIndex) {
    return durableIndex;
  }

  /**
   * How far a leader commits by counting: up to an entry of its own term, and with it all that come
   * before (figure 2, "Leaders"; section 5.4.2).
   *
   * @param indexOnMajority the last index that a majority holds, above the commit index
   * @param termAt the term of the entry at an index
   * @return the new commit index; the old one when it stays
   */
  protected long commitByCounting(
      long commitIndex, long indexOnMajority, LongUnaryOperator termAt, long currentTerm) {
    return mayCommit(termAt.applyAsLong(indexOnMajority), currentTerm)
        ? indexOnMajority
        : commitIndex;
  }

  /** By counting replicas, a leader commits entries of its own term only (section 5.4.2). */
  protected boolean mayCommit(long entryTerm, long currentTerm) {
    return entryTerm == currentTerm;
  }

  /** A follower commits no further than it knows to agree with the leader (section 5.3). */
  protected long followCommit(long leaderCommit, long lastAgreedIndex) {
    return Math.min(leaderCommit, lastAgreedIndex);
  }

  /** A leader knows what is committed once it committed an entry itself (dissertation, 6.4). */
  protected boolean knowsCommitted(long termAtCommitIndex, long currentTerm) {
    return termAtCommitIndex == currentTerm;
  }

  /** Before it answers a read, a leader hears from a majority that it still leads (diss. 6.4). */
  protected boolean isStillLeader(int confirmations, int servers) {
    return confirmations >= majority(servers);
  }

  /** A command that was executed, or overtaken by a later one, is not executed (diss. 6.3). */
  protected boolean isDuplicate(long lastExecuted, long sequence) {
    return sequence <= lastExecuted;
  }
}
