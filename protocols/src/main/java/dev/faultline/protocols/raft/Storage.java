package dev.faultline.protocols.raft;

import dev.faultline.disk.Disk;
import dev.faultline.protocols.raft.WriteAheadLog.Change;
import dev.faultline.protocols.raft.WriteAheadLog.Change.NewEntry;
import dev.faultline.protocols.raft.WriteAheadLog.Change.NewTermOrVote;
import dev.faultline.trace.Fact;
import java.util.function.Consumer;

/** Figure 2's persistent state: term, vote and log, with what of them is on stable storage. */
public final class Storage {
  private final WriteAheadLog wal;
  private final RaftLog log;
  private TermAndVote termAndVote = TermAndVote.NONE;

  Storage(Disk disk, Consumer<Fact> report) {
    wal = new WriteAheadLog(disk);
    log = new RaftLog(wal, report);
  }

  RaftLog log() {
    return log;
  }

  TermAndVote termAndVote() {
    return termAndVote;
  }

  void save(TermAndVote newer) {
    termAndVote = newer;
    wal.append(new NewTermOrVote(newer));
  }

  /**
   * Reads what earlier lives left.
   *
   * @throws LostWriteException when the disk lost something that a sync had covered
   */
  void recover(RaftRules rules) throws LostWriteException {
    log.expect(wal.size());
    wal.recover(this::replay);
    termAndVote = rules.recoverVote(termAndVote);
  }

  private void replay(Change change) {
    switch (change) {
      case NewTermOrVote newer -> termAndVote = newer.value();
      case NewEntry newer -> log.replay(newer.index(), newer.entry());
    }
  }

  /**
   * Runs an action once everything written so far is on stable storage: now, if it is.
   *
   * @param action runs as a handler of its own when it has to wait
   */
  public void whenDurable(Runnable action) {
    if (wal.isDurable()) {
      action.run();
      return;
    }
    RaftLog.Mark end = log.mark();
    wal.sync(() -> {
      log.durableTo(end);
      action.run();
    });
  }
}
