package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.protocols.raft.RaftFact.BecameFollower;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.FoundDamage;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftMessage.AppendAccepted;
import dev.faultline.protocols.raft.RaftMessage.AppendEntries;
import dev.faultline.protocols.raft.RaftMessage.AppendRejected;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.protocols.raft.RaftMessage.Internal;
import dev.faultline.protocols.raft.RaftMessage.Reply;
import dev.faultline.protocols.raft.RaftMessage.RequestVote;
import dev.faultline.protocols.raft.RaftMessage.Vote;
import dev.faultline.values.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Raft server: figure 2 of the paper. This class decides who the server is and which part handles
 * what; {@link Election}, {@link Replication}, {@link LogReceiver}, {@link Commits}, {@link Reads}
 * and {@link Requests} do the work, all under the same {@link RaftRules}.
 */
public final class RaftNode implements Node<RaftMessage> {
  private final Context<RaftMessage> context;
  private final RaftRules rules;
  private final Storage storage;
  private final ServerState state;
  private final Election election;
  private final LogReceiver receiver;
  private final Replication replication;
  private final Reads reads;
  private final Requests requests;
  private final Commits commits;

  /**
   * @param servers all servers of the system, this one included
   */
  public RaftNode(
      Context<RaftMessage> context, List<NodeId> servers, RaftConfig config, RaftRules rules) {
    this.context = context;
    this.rules = rules;
    Cluster cluster = Cluster.of(context.self(), servers);
    storage = new Storage(context.disk(), context::report);
    state = new ServerState(storage);
    RaftLog log = storage.log();
    election =
        new Election(context, cluster, rules, config.electionTimeout(), storage, state, this::lead);
    receiver = new LogReceiver(context, rules, storage, state);
    replication = new Replication(context, cluster, rules, config, log, state);
    KvMachine machine = new KvMachine(rules);
    reads = new Reads(context, cluster, rules, log, state, replication, machine);
    requests = new Requests(context, log, state, machine, reads, this::propose);
    commits = new Commits(context, rules, log, state, machine, requests);
  }

  @Override
  public void start() {
    try {
      storage.recover(rules);
    } catch (LostWriteException lost) {
      context.report(new FoundDamage(lost.position()));
      state.become(Role.HALTED, null);
      return;
    }
    RaftLog log = storage.log();
    context.report(new Recovered(state.term(), state.votedFor(), log.lastIndex(), log.lastTerm()));
    election.awaitLeader();
  }

  @Override
  public void receive(NodeId from, RaftMessage message) {
    if (state.role() == Role.HALTED) {
      return;
    }
    switch (message) {
      case Internal internal -> {
        adoptNewerTerm(internal.term());
        receiveInternal(from, internal);
      }
      case ClientRequest request -> requests.receive(request);
      case Reply reply -> {} // for clients
    }
  }

  private void receiveInternal(NodeId from, Internal message) {
    switch (message) {
      case RequestVote request -> election.answer(from, request);
      case Vote vote -> election.receive(from, vote);
      case AppendEntries request -> receiveEntries(from, request);
      case AppendAccepted answer -> {
        if (leadsIn(answer.term())) {
          replication.receive(from, answer);
          commitWhatMajorityHas();
          replication.sendNewEntries();
        }
      }
      case AppendRejected answer -> {
        if (leadsIn(answer.term())) {
          replication.receive(from, answer);
          reads.proceed();
        }
      }
    }
  }

  /** A newer term makes anyone a follower (figure 2, "Rules for Servers, All Servers"). */
  private void adoptNewerTerm(long term) {
    if (term > state.term()) {
      long left = state.term();
      state.enterTerm(term);
      follow(null, left);
    }
  }

  private void receiveEntries(NodeId leader, AppendEntries request) {
    if (request.term() < state.term()) {
      receiver.refuseOldTerm(leader, request);
      return;
    }
    if (!state.follows(leader)) {
      follow(leader, state.term());
    }
    election.awaitLeader();
    long agreed = receiver.receive(leader, request);
    commits.commitAsTold(request.commitIndex(), agreed);
  }

  /**
   * Becomes a follower, if it is not, and notes whom it follows.
   *
   * @param leader null when nobody has made itself heard in this term yet
   * @param leftTerm the term that a leader led until now
   */
  private void follow(@Nullable NodeId leader, long leftTerm) {
    Role before = state.role();
    state.become(Role.FOLLOWER, leader);
    if (leader == null || before != Role.FOLLOWER) {
      context.report(new BecameFollower(state.term()));
    }
    if (before == Role.LEADER) {
      replication.stop();
      requests.giveUp(leftTerm);
      election.awaitLeader();
    }
  }

  /** Wins an election (figure 2, "Leaders"; the empty entry: dissertation, section 6.4). */
  private void lead() {
    RaftLog log = storage.log();
    state.become(Role.LEADER, context.self());
    context.report(new BecameLeader(state.term(), log.lastIndex(), log.lastTerm()));
    election.rest();
    replication.start();
    propose(new Command.NoOp());
  }

  /** Appends a command and sends it on while it is being written (dissertation, 10.2.1). */
  private void propose(Command command) {
    storage.log().append(new Entry(state.term(), command));
    replication.sendNewEntries();
    rules.whenDurable(storage, this::commitWhatMajorityHas);
  }

  private void commitWhatMajorityHas() {
    if (state.leads()) {
      commits.commitByCounting(replication.indexOnMajority());
      reads.proceed();
    }
  }

  private boolean leadsIn(long term) {
    return state.leads() && state.term() == term;
  }

  @Override
  public RaftView view() {
    RaftLog log = storage.log();
    return new RaftView(
        state.role(),
        state.term(),
        state.votedFor(),
        state.leader(),
        log.lastIndex(),
        log.lastTerm(),
        log.durableIndex(),
        state.commitIndex());
  }
}
