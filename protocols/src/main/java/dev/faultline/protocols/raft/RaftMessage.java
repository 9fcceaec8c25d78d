package dev.faultline.protocols.raft;

import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;

/** Everything that travels between servers, and between servers and clients. */
public sealed interface RaftMessage {
  /** Between servers. */
  sealed interface Internal extends RaftMessage {
    /** The term the sender was in. */
    long term();
  }

  /** A candidate asks for a vote (section 5.2). The sender is the candidate. */
  record RequestVote(long term, long lastLogIndex, long lastLogTerm) implements Internal {}

  /** The answer to a candidate. */
  record Vote(long term, boolean granted) implements Internal {}

  /**
   * A leader's entries, or a heartbeat when there are none (section 5.3). The sender is the leader.
   *
   * @param previousIndex index of the entry before the new ones; 0 for none
   * @param previousTerm its term; 0 for none
   * @param commitIndex the leader's
   * @param round counts the leader's rounds of heartbeats; the answer repeats it (dissertation,
   *     section 6.4)
   */
  record AppendEntries(
      long term,
      long previousIndex,
      long previousTerm,
      List<Entry> entries,
      long commitIndex,
      long round)
      implements Internal {
    public AppendEntries {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The follower's log now agrees with the leader's.
   *
   * @param matchIndex up to this index, durably
   */
  record AppendAccepted(long term, long matchIndex, long round) implements Internal {}

  /**
   * The follower's log differs from the leader's before the new entries, or the leader's term is
   * over.
   *
   * @param previousIndex of the refused request
   * @param conflictTerm the term of the follower's own entry there; 0 when its log ends before
   * @param firstIndex the first index at which the follower's log holds that term, or where its log
   *     ends (section 5.3, end)
   */
  record AppendRejected(
      long term, long previousIndex, long conflictTerm, long firstIndex, long round)
      implements Internal {}

  /**
   * A client asks for an operation.
   *
   * @param sequence number of the operation in its session; the answer repeats it
   */
  record ClientRequest(Session session, long sequence, KvOperation operation)
      implements RaftMessage {}

  /** To a client. */
  sealed interface Reply extends RaftMessage {
    /** Whose operation it is about: an earlier life of a client numbered its own from 1, too. */
    Session session();

    /** Which of the client's operations it is about. */
    long sequence();
  }

  /** The operation took effect. */
  record Answer(Session session, long sequence, KvResult result) implements Reply {}

  /**
   * The server does not lead, or no longer; whether the operation takes effect is open.
   *
   * @param hint who may be leading
   */
  record NotLeader(Session session, long sequence, Optional<NodeId> hint) implements Reply {}
}
