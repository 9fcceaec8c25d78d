package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.protocols.raft.RaftMessage.Answer;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.protocols.raft.RaftMessage.NotLeader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads by read index: dissertation, section 6.4. A read is answered from the state that was
 * committed when it arrived, or from a later one, after a majority has confirmed that no newer
 * leader had taken over by then. Reads that arrive during a round wait for the next one together.
 */
final class Reads {
  private final Context<RaftMessage> context;
  private final Cluster cluster;
  private final RaftRules rules;
  private final RaftLog log;
  private final ServerState state;
  private final Replication replication;
  private final KvMachine machine;
  private List<ClientRequest> waiting = new ArrayList<>();
  private List<ClientRequest> inRound = new ArrayList<>();
  private long round;

  Reads(
      Context<RaftMessage> context,
      Cluster cluster,
      RaftRules rules,
      RaftLog log,
      ServerState state,
      Replication replication,
      KvMachine machine) {
    this.context = context;
    this.cluster = cluster;
    this.rules = rules;
    this.log = log;
    this.state = state;
    this.replication = replication;
    this.machine = machine;
  }

  void add(ClientRequest read) {
    waiting.add(read);
    proceed();
  }

  /** Answers what a majority has confirmed and starts the next round; call it after any news. */
  void proceed() {
    answerConfirmed();
    if (inRound.isEmpty() && !waiting.isEmpty() && knowsCommitted()) {
      List<ClientRequest> next = waiting;
      waiting = inRound;
      inRound = next;
      round = replication.startRound();
      answerConfirmed();
    }
  }

  private void answerConfirmed() {
    if (!inRound.isEmpty()
        && rules.isStillLeader(replication.confirmations(round), cluster.size())) {
      inRound.forEach(this::answer);
      inRound.clear();
    }
  }

  /** The server leads no more: clients had better ask elsewhere. */
  void giveUp() {
    inRound.forEach(this::refuse);
    waiting.forEach(this::refuse);
    inRound.clear();
    waiting.clear();
  }

  /**
   * What is committed is applied in the same handler, so the state here is never behind the commit
   * index, and the commit index of a later moment serves as well as that of the read's arrival.
   */
  private void answer(ClientRequest read) {
    context.send(
        read.session().client(),
        new Answer(read.session(), read.sequence(), machine.execute(read.operation())));
  }

  private void refuse(ClientRequest read) {
    context.send(
        read.session().client(), new NotLeader(read.session(), read.sequence(), state.leader()));
  }

  private boolean knowsCommitted() {
    return rules.knowsCommitted(log.termAt(state.commitIndex()), state.term());
  }
}
