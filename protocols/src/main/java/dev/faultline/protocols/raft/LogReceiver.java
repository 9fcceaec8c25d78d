package dev.faultline.protocols.raft;

import dev.faultline.node.Context;
import dev.faultline.protocols.raft.RaftMessage.AppendAccepted;
import dev.faultline.protocols.raft.RaftMessage.AppendEntries;
import dev.faultline.protocols.raft.RaftMessage.AppendRejected;
import dev.faultline.values.NodeId;
import java.util.List;

/** A follower's side of log replication: figure 2, "AppendEntries, receiver". */
final class LogReceiver {
  private final Context<RaftMessage> context;
  private final RaftRules rules;
  private final Storage storage;
  private final ServerState state;

  LogReceiver(Context<RaftMessage> context, RaftRules rules, Storage storage, ServerState state) {
    this.context = context;
    this.rules = rules;
    this.storage = storage;
    this.state = state;
  }

  /** Tells the leader of an older term that its time is over (receiver, step 1). */
  void refuseOldTerm(NodeId leader, AppendEntries request) {
    reject(leader, request, 0, storage.log().lastIndex() + 1);
  }

  /**
   * Takes over the entries of the current leader (steps 2 to 4).
   *
   * @return up to which index the log now agrees with the leader's; 0 when it does not yet
   */
  long receive(NodeId leader, AppendEntries request) {
    RaftLog log = storage.log();
    long previous = request.previousIndex();
    if (previous > log.lastIndex()) {
      reject(leader, request, 0, log.lastIndex() + 1);
      return 0;
    }
    if (!rules.mayAppend(log.termAt(previous), request.previousTerm())) {
      reject(leader, request, log.termAt(previous), log.firstIndexOfTermAt(previous));
      return 0;
    }
    takeOver(previous, request.entries());
    long agreed = previous + request.entries().size();
    AppendAccepted answer = new AppendAccepted(state.term(), agreed, request.round());
    rules.whenAppended(storage, () -> context.send(leader, answer));
    return agreed;
  }

  /** Entries that are there already stay: a late request must not cut off newer ones. */
  private void takeOver(long previous, List<Entry> entries) {
    RaftLog log = storage.log();
    for (int i = 0; i < entries.size(); i++) {
      long index = previous + 1 + i;
      Entry entry = entries.get(i);
      if (index <= log.lastIndex()) {
        if (!rules.conflicts(log.termAt(index), entry.term())) {
          continue;
        }
        log.truncateFrom(index);
      }
      log.append(entry);
    }
  }

  private void reject(NodeId leader, AppendEntries request, long conflictTerm, long firstIndex) {
    AppendRejected answer =
        new AppendRejected(
            state.term(), request.previousIndex(), conflictTerm, firstIndex, request.round());
    rules.whenDurable(storage, () -> context.send(leader, answer));
  }
}
