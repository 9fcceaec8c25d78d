package dev.faultline.protocols.raft;

import dev.faultline.disk.Disk;
import dev.faultline.disk.Journal;
import dev.faultline.disk.Stored;
import java.util.function.Consumer;

/**
 * Every change of a server's persistent state (figure 2), in order. Nothing is ever changed in
 * place: a torn write then costs what was being written, never what was there before.
 *
 * <p>After a crash, a damaged record is one of two things (Alagappan et al., "Protocol-Aware
 * Recovery for Consensus-Based Storage", FAST 2018). Torn: no sync had covered it, so nobody relied
 * on it, and it is cut off with all that follows. Rotten: a sync had covered it, so an entry may be
 * committed, or a leader elected, on the strength of it; cutting it off could undo that. To tell
 * them apart, each record notes how many were durable when it was written, and so vouches for them.
 * Only damage that no later record vouches for passes for torn; as in that paper, the newest
 * records have none after them.
 *
 * <p>Where a disk may lose an earlier write and keep a later one, records that an earlier life cut
 * off can come back behind those that were written in their place. Each record therefore notes the
 * life that wrote it.
 */
final class WriteAheadLog {
  private final Disk disk;
  private final Journal<Frame> journal;
  private long life;
  private long durable;

  /** A change of the persistent state. */
  sealed interface Change {
    record NewTermOrVote(TermAndVote value) implements Change {}

    /** Takes the place of the entry at its index, if there is one, and of all after it. */
    record NewEntry(long index, Entry entry) implements Change {}
  }

  /**
   * A change as the disk holds it.
   *
   * @param life counts the lives that wrote to this disk
   * @param durable how many records were known to be durable when this one was written
   */
  record Frame(long life, long durable, Change change) {}

  WriteAheadLog(Disk disk) {
    this.disk = disk;
    this.journal = disk.journal("wal");
  }

  void append(Change change) {
    journal.append(new Frame(life, durable, change));
  }

  /** Is everything written so far on stable storage? */
  boolean isDurable() {
    return durable == journal.size();
  }

  /** How many changes there are, at most; the torn end counts until {@link #recover}. */
  long size() {
    return journal.size();
  }

  /** Runs an action in a handler of its own, once everything written so far is durable. */
  void sync(Runnable action) {
    long covered = journal.size();
    disk.sync(() -> {
      durable = Math.max(durable, covered);
      action.run();
    });
  }

  /**
   * Reads what earlier lives wrote and cuts off its torn end. What is left counts as durable after
   * the first sync of this life, not before: what a crash spared may still sit in a cache.
   *
   * @param replay gets each change, in order
   * @throws LostWriteException when the disk lost a record that a sync had covered
   */
  void recover(Consumer<Change> replay) throws LostWriteException {
    long whole = 0;
    long vouched = 0;
    long newestLife = 0;
    for (long position = 0; position < journal.size(); position++) {
      if (journal.read(position) instanceof Stored.Value<Frame>(Frame frame)) {
        if (position == whole && frame.life() >= newestLife) {
          replay.accept(frame.change());
          whole++;
        }
        newestLife = Math.max(newestLife, frame.life());
        vouched = Math.max(vouched, frame.durable());
      }
    }
    if (vouched > whole) {
      throw new LostWriteException(whole);
    }
    journal.truncate(whole);
    life = newestLife + 1;
  }
}
