package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.node.Timer;
import dev.faultline.protocols.raft.RaftFact.BecameCandidate;
import dev.faultline.protocols.raft.RaftFact.Voted;
import dev.faultline.protocols.raft.RaftMessage.RequestVote;
import dev.faultline.protocols.raft.RaftMessage.Vote;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Elections, as candidate and as voter: sections 5.2 and 5.4.1. */
final class Election {
  private final Context<RaftMessage> context;
  private final Cluster cluster;
  private final RaftRules rules;
  private final DurationRange timeout;
  private final Storage storage;
  private final ServerState state;
  private final Runnable won;
  private final Timer timer;
  private final List<NodeId> votes = new ArrayList<>();

  /**
   * @param won called when a majority has voted for this server
   */
  Election(
      Context<RaftMessage> context,
      Cluster cluster,
      RaftRules rules,
      DurationRange timeout,
      Storage storage,
      ServerState state,
      Runnable won) {
    this.context = context;
    this.cluster = cluster;
    this.rules = rules;
    this.timeout = timeout;
    this.storage = storage;
    this.state = state;
    this.won = won;
    this.timer = context.timer("election timeout", this::campaign);
  }

  /** Gives a leader, or a candidate, a new chance to be heard. */
  void awaitLeader() {
    timer.restart(timeout.draw(context.random().nextLong()));
  }

  /** A leader waits for nobody. */
  void rest() {
    timer.cancel();
  }

  private void campaign() {
    long term = state.term() + 1;
    state.voteIn(term, cluster.self());
    state.become(Role.CANDIDATE, null);
    votes.clear();
    context.report(new BecameCandidate(term));
    awaitLeader();
    rules.whenDurable(storage, () -> askForVotes(term));
  }

  private void askForVotes(long term) {
    if (!isCandidateIn(term)) {
      return;
    }
    RaftLog log = storage.log();
    RequestVote request = new RequestVote(term, log.lastIndex(), log.lastTerm());
    for (NodeId peer : cluster.peers()) {
      context.send(peer, request);
    }
    context.report(new Voted(term, cluster.self()));
    count(cluster.self());
  }

  /** Receiver of RequestVote (figure 2); the request's term is no newer than ours. */
  void answer(NodeId candidate, RequestVote request) {
    long term = state.term();
    if (!mayVoteFor(candidate, request)) {
      rules.whenDurable(storage, () -> context.send(candidate, new Vote(term, false)));
      return;
    }
    if (state.votedFor().isEmpty()) {
      state.voteIn(term, candidate);
    }
    awaitLeader();
    rules.whenDurable(storage, () -> giveVote(term, candidate));
  }

  private boolean mayVoteFor(NodeId candidate, RequestVote request) {
    RaftLog log = storage.log();
    return request.term() == state.term()
        && rules.mayGrantVote(state.votedFor(), candidate)
        && rules.isUpToDate(
            request.lastLogIndex(), request.lastLogTerm(), log.lastIndex(), log.lastTerm());
  }

  private void giveVote(long term, NodeId candidate) {
    context.report(new Voted(term, candidate));
    context.send(candidate, new Vote(term, true));
  }

  /** The answer of a voter. */
  void receive(NodeId voter, Vote vote) {
    if (state.role() == Role.CANDIDATE
        && vote.granted()
        && rules.mayCountVote(vote.term(), state.term())) {
      count(voter);
    }
  }

  private void count(NodeId voter) {
    if (rules.isFirstVote(votes, voter)) {
      votes.add(voter);
    }
    if (votes.size() >= rules.majority(cluster.size())) {
      won.run();
    }
  }

  private boolean isCandidateIn(long term) {
    return state.role() == Role.CANDIDATE && state.term() == term;
  }
}
