package dev.faultline.protocols.raft;

import dev.faultline.trace.Fact;
import dev.faultline.trace.Leadership;
import dev.faultline.values.NodeId;
import java.util.Optional;

/** What servers report. The reporting server is known to every reader and not repeated here. */
public sealed interface RaftFact extends Fact {
  /** A server started a life with what its disk had kept. */
  record Recovered(long term, Optional<NodeId> votedFor, long lastIndex, long lastTerm)
      implements RaftFact {
    @Override
    public String inWords() {
      String vote = votedFor.map(candidate -> ", having voted for " + candidate).orElse("");
      String log =
          lastIndex == 0 ? "" : ", with entries up to " + lastIndex + " of term " + lastTerm;
      return "started in term " + term + vote + log;
    }
  }

  /**
   * A server found that its disk lost a record which a sync had covered. It takes no further part:
   * to go on without it could break a promise that the server gave.
   *
   * @param position of the record in the server's write-ahead log
   */
  record FoundDamage(long position) implements RaftFact {
    @Override
    public String inWords() {
      return "found record " + position + " of its disk damaged";
    }
  }

  /** A server entered a newer term, or gave up being a candidate or leader. */
  record BecameFollower(long term) implements RaftFact {
    @Override
    public String inWords() {
      return "became a follower in term " + term;
    }
  }

  /** A server started an election. */
  record BecameCandidate(long term) implements RaftFact {
    @Override
    public String inWords() {
      return "stood for election in term " + term;
    }
  }

  /** A server won an election; {@code lastIndex} and {@code lastTerm} are its log's then. */
  record BecameLeader(long term, long lastIndex, long lastTerm) implements RaftFact, Leadership {
    @Override
    public String inWords() {
      return "became leader of term " + term;
    }
  }

  /** A server's vote left it; a candidate's own vote counts from here too. */
  record Voted(long term, NodeId candidate) implements RaftFact {
    @Override
    public String inWords() {
      return "voted for " + candidate + " in term " + term;
    }
  }

  /** A server added an entry to its log, after one of term {@code previousTerm} (0: the first). */
  record Appended(long index, long term, long previousTerm, Command command) implements RaftFact {
    @Override
    public String inWords() {
      return "appended entry " + index + " of term " + term + ": " + command.inWords();
    }
  }

  /** A server removed the entries from this index on. */
  record Truncated(long fromIndex) implements RaftFact {
    @Override
    public String inWords() {
      return "removed its entries from " + fromIndex + " on";
    }
  }

  /** A leader learned that a follower's log matches its own further than it knew. */
  record Matched(long term, NodeId follower, long index) implements RaftFact {
    @Override
    public String inWords() {
      return "as leader of term " + term + " learned that " + follower + " has entry " + index;
    }
  }

  /**
   * A server's commit index rose.
   *
   * @param index to here
   * @param entryTerm the term of the entry there
   * @param term the server's own
   * @param counted did a leader count replicas? If not, a follower was told
   */
  record Committed(long index, long entryTerm, long term, boolean counted) implements RaftFact {
    @Override
    public String inWords() {
      return "committed entry " + index + " of term " + entryTerm + " in term " + term;
    }
  }

  /** A server gave a committed entry to its state machine. */
  record Applied(long index, long term, Command command) implements RaftFact {
    @Override
    public String inWords() {
      return "applied entry " + index + " of term " + term + ": " + command.inWords();
    }
  }

  /** A leader told a client that its write took effect, as the entry at {@code index}. */
  record Acknowledged(Session session, long sequence, long index) implements RaftFact {
    @Override
    public String inWords() {
      return "acknowledged command " + sequence + " of " + session.client() + ", entry " + index;
    }
  }
}
