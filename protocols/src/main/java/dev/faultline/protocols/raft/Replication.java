package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.node.Timer;
import dev.faultline.protocols.raft.RaftFact.Matched;
import dev.faultline.protocols.raft.RaftMessage.AppendAccepted;
import dev.faultline.protocols.raft.RaftMessage.AppendEntries;
import dev.faultline.protocols.raft.RaftMessage.AppendRejected;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A leader's side of log replication: section 5.3.
 *
 * <p>A follower has at most one batch of new entries under way. It gets the next as soon as it has
 * answered, and the same again with the next heartbeat if it has not.
 */
final class Replication {
  private final Context<RaftMessage> context;
  private final RaftRules rules;
  private final RaftLog log;
  private final ServerState state;
  private final Duration interval;
  private final int entriesPerAppend;
  private final Timer heartbeat;
  private final Progress[] followers;
  private final Map<NodeId, Progress> followerByName = new HashMap<>();
  private final long[] sortedMatches;
  private long round;

  Replication(
      Context<RaftMessage> context,
      Cluster cluster,
      RaftRules rules,
      RaftConfig config,
      RaftLog log,
      ServerState state) {
    this.context = context;
    this.rules = rules;
    this.log = log;
    this.state = state;
    this.interval = config.heartbeat();
    this.entriesPerAppend = config.entriesPerAppend();
    this.heartbeat = context.timer("heartbeat", this::beat);
    this.followers = cluster.peers().stream().map(Progress::new).toArray(Progress[]::new);
    this.sortedMatches = new long[cluster.size()];
    for (Progress follower : followers) {
      followerByName.put(follower.follower(), follower);
    }
  }

  /** Starts a term as leader; nothing is known of the followers. */
  void start() {
    round = 0;
    for (Progress follower : followers) {
      follower.reset(log.lastIndex());
    }
    heartbeat.restart(interval);
  }

  void stop() {
    heartbeat.cancel();
  }

  /** Sends new entries to every follower that has none under way. */
  void sendNewEntries() {
    for (Progress follower : followers) {
      if (!follower.isBusy() && follower.nextIndex() <= log.lastIndex()) {
        sendBatch(follower);
      }
    }
  }

  /**
   * Makes every follower confirm that this server still leads.
   *
   * @return the round to wait for with {@link #confirmations}
   */
  long startRound() {
    round++;
    for (Progress follower : followers) {
      if (follower.isBusy()) {
        send(follower, List.of());
      } else {
        sendBatch(follower);
      }
    }
    return round;
  }

  /** How many servers, this one included, confirmed a round or a later one. */
  int confirmations(long confirmedRound) {
    int count = 1;
    for (Progress follower : followers) {
      if (follower.round() >= confirmedRound) {
        count++;
      }
    }
    return count;
  }

  /** A follower agrees up to an index. */
  void receive(NodeId from, AppendAccepted answer) {
    Progress follower = followerByName.get(from);
    if (follower == null) {
      return;
    }
    follower.answered(answer.round());
    long match = rules.raiseMatch(follower.matchIndex(), answer.matchIndex());
    if (match != follower.matchIndex()) {
      context.report(new Matched(state.term(), from, match));
    }
    follower.matched(match);
  }

  /** A follower's log differs: go back and try again (section 5.3). */
  void receive(NodeId from, AppendRejected answer) {
    Progress follower = followerByName.get(from);
    if (follower == null) {
      return;
    }
    follower.answered(answer.round());
    if (follower.retryFrom(earlierIndex(answer))) {
      sendBatch(follower);
    }
  }

  /** Skips all of a conflicting term at once: at most one more try per term (section 5.3, end). */
  private long earlierIndex(AppendRejected answer) {
    if (answer.conflictTerm() == 0) {
      return answer.firstIndex();
    }
    long last = log.lastIndexNotNewer(answer.conflictTerm(), answer.previousIndex());
    return log.termAt(last) == answer.conflictTerm()
        ? last + 1
        : Math.min(last + 1, answer.firstIndex());
  }

  /** The highest index that a majority holds on stable storage. */
  long indexOnMajority() {
    for (int i = 0; i < followers.length; i++) {
      sortedMatches[i] = followers[i].matchIndex();
    }
    sortedMatches[followers.length] = rules.ownMatch(log.durableIndex(), log.lastIndex());
    Arrays.sort(sortedMatches);
    return sortedMatches[sortedMatches.length - rules.majority(sortedMatches.length)];
  }

  private void beat() {
    for (Progress follower : followers) {
      sendBatch(follower);
    }
    heartbeat.restart(interval);
  }

  private void sendBatch(Progress follower) {
    List<Entry> entries = log.from(follower.nextIndex(), entriesPerAppend);
    if (!entries.isEmpty()) {
      follower.sent(follower.nextIndex() - 1 + entries.size());
    }
    send(follower, entries);
  }

  private void send(Progress follower, List<Entry> entries) {
    long previous = follower.nextIndex() - 1;
    context.send(
        follower.follower(),
        new AppendEntries(
            state.term(), previous, log.termAt(previous), entries, state.commitIndex(), round));
  }
}
