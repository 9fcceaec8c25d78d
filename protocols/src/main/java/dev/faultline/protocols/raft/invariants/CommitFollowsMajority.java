package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.Appended;
import dev.faultline.protocols.raft.RaftFact.BecameFollower;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.protocols.raft.RaftFact.Matched;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A leader commits an entry of its own term as soon as it knows that a majority holds it: before
 * anything else that it reports (paper, figure 2, "Rules for Servers, Leaders"). A system that
 * never did, once its log held an uncommitted entry of an earlier term: raftos pull request 30.
 *
 * <p>Whether the leader's own log is durable cannot be seen from outside, so only its followers
 * count here, and clusters of less than three servers have nothing to judge.
 */
public final class CommitFollowsMajority implements Invariant {
  private final int majority;
  private final Map<NodeId, Leader> leaders = new HashMap<>();

  private static final class Leader {
    private final long term;

    /** Entries from here on are of the leader's own term. */
    private final long firstOwnIndex;

    private final Map<NodeId, Sighting> matches = new LinkedHashMap<>();
    private long commitIndex;

    Leader(BecameLeader elected) {
      term = elected.term();
      firstOwnIndex = elected.lastIndex() + 1;
    }

    int followersWith(long index) {
      int count = 0;
      for (Sighting match : matches.values()) {
        if (index(match) >= index) {
          count++;
        }
      }
      return count;
    }
  }

  /**
   * @param servers how many there are, at least 3
   */
  public CommitFollowsMajority(int servers) {
    majority = servers / 2 + 1;
  }

  @Override
  public String name() {
    return "raft/commit-follows-majority";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(
        BecameLeader.class,
        BecameFollower.class,
        Recovered.class,
        Matched.class,
        Appended.class,
        Committed.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    Leader leader = leaders.get(node);
    switch ((RaftFact) fact) {
      case BecameLeader elected -> leaders.put(node, new Leader(elected));
      case BecameFollower follower -> leaders.remove(node);
      case Recovered recovered -> leaders.remove(node);
      case Committed committed when leader != null -> leader.commitIndex = committed.index();
      case Appended appended when leader != null -> judge(leader, node, verdicts);
      case Matched matched when leader != null -> {
        judge(leader, node, verdicts);
        leader.matches.put(matched.follower(), verdicts.sighting());
      }
      default -> {}
    }
  }

  private void judge(Leader leader, NodeId node, Verdicts verdicts) {
    long due = Math.max(leader.firstOwnIndex, leader.commitIndex + 1);
    if (leader.followersWith(due) >= majority) {
      verdicts.violated(
          leader.matches.values().stream().filter(match -> index(match) >= due).toList(),
          "%s, leader of term %d, knows entry %d on a majority and does not commit it",
          node,
          leader.term,
          due);
    }
  }

  private static long index(Sighting match) {
    return match.fact() instanceof Matched matched ? matched.index() : 0;
  }
}
