package dev.faultline.protocols.raft;

import dev.faultline.disk.Disk;
import dev.faultline.protocols.raft.WriteAheadLog.Change.NewEntry;
import dev.faultline.protocols.raft.WriteAheadLog.Change.NewTermOrVote;
import java.util.List;
import java.util.Optional;

/** Gives a server a past: a log written by earlier leaders. */
final class FirstLog {
  private FirstLog() {}

  static void write(Disk disk, long term, List<Long> terms) {
    WriteAheadLog wal = new WriteAheadLog(disk);
    wal.append(new NewTermOrVote(new TermAndVote(term, Optional.empty())));
    for (int i = 0; i < terms.size(); i++) {
      wal.append(new NewEntry(i + 1, new Entry(terms.get(i), new Command.NoOp())));
    }
  }
}
