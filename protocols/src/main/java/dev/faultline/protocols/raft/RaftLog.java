package dev.faultline.protocols.raft;

import dev.faultline.protocols.raft.RaftFact.Appended;
import dev.faultline.protocols.raft.RaftFact.Truncated;
import dev.faultline.protocols.raft.WriteAheadLog.Change.NewEntry;
import dev.faultline.trace.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Figure 2's {@code log[]}: in memory, and written through to disk. The first index is 1. */
final class RaftLog {
  private final WriteAheadLog wal;
  private final Consumer<Fact> report;
  private final ArrayList<Entry> entries = new ArrayList<>();
  private long truncations;
  private long durableIndex;

  RaftLog(WriteAheadLog wal, Consumer<Fact> report) {
    this.wal = wal;
    this.report = report;
  }

  /**
   * The log's end at some moment.
   *
   * @param truncations how often the log had been cut by then
   */
  record Mark(long index, long truncations) {}

  long lastIndex() {
    return entries.size();
  }

  /** The term of the last entry; 0 when there is none. */
  long lastTerm() {
    return termAt(lastIndex());
  }

  /** The term of the entry at an index; 0 when there is none. */
  long termAt(long index) {
    return index < 1 || index > entries.size() ? 0 : entry(index).term();
  }

  Entry entry(long index) {
    return entries.get((int) index - 1);
  }

  /** Entries up to here are known to be on stable storage. */
  long durableIndex() {
    return durableIndex;
  }

  /** Up to {@code limit} entries from an index on; none when the log ends before it. */
  List<Entry> from(long index, int limit) {
    int start = (int) index - 1;
    int end = Math.min(entries.size(), start + limit);
    return start >= end ? List.of() : List.copyOf(entries.subList(start, end));
  }

  /** The first index that holds the same term as this one. */
  long firstIndexOfTermAt(long index) {
    long first = index;
    while (first > 1 && termAt(first - 1) == termAt(index)) {
      first--;
    }
    return first;
  }

  /** The last index below a limit that holds no newer term than this; 0 when there is none. */
  long lastIndexNotNewer(long term, long limit) {
    long last = Math.min(limit - 1, lastIndex());
    while (last > 0 && termAt(last) > term) {
      last--;
    }
    return last;
  }

  void append(Entry entry) {
    long previousTerm = lastTerm();
    entries.add(entry);
    wal.append(new NewEntry(lastIndex(), entry));
    report.accept(new Appended(lastIndex(), entry.term(), previousTerm, entry.command()));
  }

  /** Removes entries to make room for others; the disk learns of it from the next one. */
  void truncateFrom(long index) {
    cut(index);
    truncations++;
    durableIndex = Math.min(durableIndex, index - 1);
    report.accept(new Truncated(index));
  }

  /** So many entries, or fewer, come back from the disk. */
  void expect(long count) {
    entries.ensureCapacity(Math.toIntExact(count));
  }

  /** Takes an entry back from the disk. */
  void replay(long index, Entry entry) {
    cut(index);
    entries.add(entry);
  }

  private void cut(long index) {
    if (index <= entries.size()) {
      entries.subList((int) index - 1, entries.size()).clear();
    }
  }

  Mark mark() {
    return new Mark(lastIndex(), truncations);
  }

  /**
   * Everything up to a mark became durable. If the log was cut since, that says nothing about the
   * entries that stand there now (etcd's raft, "append ABA race").
   */
  void durableTo(Mark mark) {
    if (mark.truncations() == truncations) {
      durableIndex = Math.max(durableIndex, mark.index());
    }
  }
}
