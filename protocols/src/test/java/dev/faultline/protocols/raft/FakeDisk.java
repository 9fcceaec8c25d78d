package dev.faultline.protocols.raft;

import dev.faultline.disk.Cell;
import dev.faultline.disk.Disk;
import dev.faultline.disk.Journal;
import dev.faultline.disk.Stored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A disk whose syncs complete, and whose records break, when the test says so. */
final class FakeDisk implements Disk {
  private final Map<String, FakeJournal> journals = new TreeMap<>();
  private final Deque<Runnable> syncs = new ArrayDeque<>();

  @Override
  public <T> Cell<T> cell(String name) {
    throw new UnsupportedOperationException("no cells here");
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> Journal<R> journal(String name) {
    return (Journal<R>) journals.computeIfAbsent(name, key -> new FakeJournal());
  }

  @Override
  public void sync(Runnable durable) {
    syncs.add(durable);
  }

  @Override
  public void sync(Runnable durable, Runnable failed) {
    syncs.add(durable);
  }

  /** Completes every sync that was asked for, in order. */
  void completeSyncs() {
    while (!syncs.isEmpty()) {
      syncs.remove().run();
    }
  }

  int openSyncs() {
    return syncs.size();
  }

  /** A crash: no sync completes any more. */
  void crash() {
    syncs.clear();
  }

  FakeJournal wal() {
    return (FakeJournal) this.<Object>journal("wal");
  }

  /** A list of records, open to mischief. */
  static final class FakeJournal implements Journal<Object> {
    private final List<Stored<Object>> records = new ArrayList<>();

    @Override
    public long size() {
      return records.size();
    }

    @Override
    public Stored<Object> read(long position) {
      return records.get((int) position);
    }

    @Override
    public void append(Object record) {
      records.add(new Stored.Value<>(record));
    }

    @Override
    public void truncate(long size) {
      records.subList((int) size, records.size()).clear();
    }

    void damage(int position) {
      records.set(position, new Stored.Damaged<>());
    }

    List<Stored<Object>> copy() {
      return List.copyOf(records);
    }

    /** Puts an old end back behind the present one: a cut that the disk forgot. */
    void bringBackEndOf(List<Stored<Object>> old) {
      records.addAll(old.subList(records.size(), old.size()));
    }
  }
}
