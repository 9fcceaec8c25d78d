package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.protocols.raft.Command.NoOp;
import dev.faultline.protocols.raft.Command.Write;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.protocols.raft.RaftFact.Committed;

/** Moves the commit index and applies what it passes: sections 5.3 and 5.4.2. */
final class Commits {
  private final Context<RaftMessage> context;
  private final RaftRules rules;
  private final RaftLog log;
  private final ServerState state;
  private final KvMachine machine;
  private final Requests requests;
  private long lastApplied;

  Commits(
      Context<RaftMessage> context,
      RaftRules rules,
      RaftLog log,
      ServerState state,
      KvMachine machine,
      Requests requests) {
    this.context = context;
    this.rules = rules;
    this.log = log;
    this.state = state;
    this.machine = machine;
    this.requests = requests;
  }

  /** A majority holds everything up to an index; the leader commits what it may (5.4.2). */
  void commitByCounting(long indexOnMajority) {
    if (indexOnMajority <= state.commitIndex()) {
      return;
    }
    long index =
        rules.commitByCounting(state.commitIndex(), indexOnMajority, log::termAt, state.term());
    if (index > state.commitIndex()) {
      commit(index, true);
    }
  }

  /** The leader told how far it has committed (figure 2, AppendEntries, receiver, step 5). */
  void commitAsTold(long leaderCommit, long lastAgreedIndex) {
    long index = rules.followCommit(leaderCommit, lastAgreedIndex);
    if (index > state.commitIndex()) {
      commit(index, false);
    }
  }

  private void commit(long index, boolean counted) {
    state.commitTo(index);
    context.report(new Committed(index, log.termAt(index), state.term(), counted));
    while (lastApplied < index) {
      apply(++lastApplied);
    }
  }

  private void apply(long index) {
    Entry entry = log.entry(index);
    context.report(new Applied(index, entry.term(), entry.command()));
    switch (entry.command()) {
      case NoOp noOp -> {}
      case Write write -> requests.applied(entry, write, machine.apply(index, write));
    }
  }
}
