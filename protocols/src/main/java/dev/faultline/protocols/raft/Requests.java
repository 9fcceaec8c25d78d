package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.protocols.raft.Command.Write;
import dev.faultline.protocols.raft.KvMachine.Executed;
import dev.faultline.protocols.raft.RaftFact.Acknowledged;
import dev.faultline.protocols.raft.RaftMessage.Answer;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.protocols.raft.RaftMessage.NotLeader;
import dev.faultline.service.KvOperation.Get;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a server does for clients: section 8 of the paper, chapter 6 of the dissertation. */
final class Requests {
  private final Context<RaftMessage> context;
  private final RaftLog log;
  private final ServerState state;
  private final KvMachine machine;
  private final Reads reads;
  private final Consumer<Command> propose;

  /**
   * @param propose adds a command to the log of this server, which leads
   */
  Requests(
      Context<RaftMessage> context,
      RaftLog log,
      ServerState state,
      KvMachine machine,
      Reads reads,
      Consumer<Command> propose) {
    this.context = context;
    this.log = log;
    this.state = state;
    this.machine = machine;
    this.reads = reads;
    this.propose = propose;
  }

  void receive(ClientRequest request) {
    if (!state.leads()) {
      refuse(request.session(), request.sequence());
    } else if (request.operation() instanceof Get) {
      reads.add(request);
    } else {
      write(request);
    }
  }

  /** A command that was executed is answered again from its session (dissertation, 6.3). */
  private void write(ClientRequest request) {
    Executed before = machine.executed(request.session(), request.sequence());
    if (before != null) {
      acknowledge(request.session(), before);
      return;
    }
    propose.accept(new Write(request.session(), request.sequence(), request.operation()));
  }

  /** A write was applied; the leader that put it into the log answers. */
  void applied(Entry entry, Write write, @Nullable Executed executed) {
    if (executed != null && state.leads() && entry.term() == state.term()) {
      acknowledge(write.session(), executed);
    }
  }

  /** The server leads no more: the clients of its unfinished writes had better ask elsewhere. */
  void giveUp(long ledTerm) {
    reads.giveUp();
    for (long index = state.commitIndex() + 1; index <= log.lastIndex(); index++) {
      Entry entry = log.entry(index);
      if (entry.term() == ledTerm && entry.command() instanceof Write write) {
        refuse(write.session(), write.sequence());
      }
    }
  }

  private void acknowledge(Session session, Executed executed) {
    context.report(new Acknowledged(session, executed.sequence(), executed.index()));
    context.send(session.client(), new Answer(session, executed.sequence(), executed.result()));
  }

  private void refuse(Session session, long sequence) {
    context.send(session.client(), new NotLeader(session, sequence, state.leader()));
  }
}
