package dev.faultline.disk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal: the records its node sees, and those the platter holds. */
final class JournalStore<R> extends Store implements Journal<R> {
  private final SimulatedDisk disk;
  private final List<Stored<R>> visible = new ArrayList<>();

  /** Empty places are those of records that never arrived. */
  private final List<Stored<R>> durable = new ArrayList<>();

  JournalStore(String name, SimulatedDisk disk) {
    super(name);
    this.disk = disk;
  }

  @Override
  public long size() {
    return visible.size();
  }

  @Override
  public Stored<R> read(long position) {
    return visible.get(Math.toIntExact(position));
  }

  @Override
  public void append(R record) {
    disk.written(new Write(this, Write.Kind.APPEND, visible.size(), record, disk.hasRoom()));
    visible.add(new Stored.Value<>(record));
  }

  @Override
  public void truncate(long size) {
    if (size < 0 || size > visible.size()) {
      throw new IllegalArgumentException(
          "cannot truncate " + visible.size() + " records to " + size);
    }
    if (size < visible.size()) {
      cut(visible, size);
      disk.written(new Write(this, Write.Kind.TRUNCATE, size, null, true));
    }
  }

  @Override
  void persist(Write write) {
    if (write.kind() == Write.Kind.TRUNCATE) {
      cut(durable, write.position());
    } else {
      put(write.position(), stored(write.value()));
    }
  }

  @Override
  void persistDamaged(Write write, @Nullable Object garbage) {
    if (write.kind() == Write.Kind.APPEND) {
      put(write.position(), damaged(garbage));
    }
  }

  @Override
  void rot(Rot rot) {
    for (int i = 0; i < durable.size(); i++) {
      Stored<R> whole = durable.get(i);
      if (whole instanceof Stored.Value<R>(R record) && rot.strikes(this, i)) {
        Stored<R> found = damaged(rot.garbage(this, i, record));
        durable.set(i, found);
        if (i < visible.size() && visible.get(i).equals(whole)) {
          visible.set(i, found);
        }
      }
    }
  }

  @Override
  void reopen() {
    while (!durable.isEmpty() && durable.get(durable.size() - 1) instanceof Stored.Empty) {
      durable.remove(durable.size() - 1);
    }
    durable.replaceAll(record -> record instanceof Stored.Empty ? damaged(null) : record);
    visible.clear();
    visible.addAll(durable);
  }

  @Override
  void wipe() {
    visible.clear();
    durable.clear();
  }

  @SuppressWarnings("unchecked") // what was written here, or a garbled copy of it
  private Stored<R> stored(@Nullable Object record) {
    return record == null ? new Stored.Empty<>() : new Stored.Value<>((R) record);
  }

  /** Without checksums damage goes unnoticed, and is garbage. */
  private Stored<R> damaged(@Nullable Object garbage) {
    return garbage == null ? new Stored.Damaged<>() : stored(garbage);
  }

  private void put(long position, Stored<R> record) {
    while (durable.size() < position) {
      durable.add(new Stored.Empty<>());
    }
    if (durable.size() == position) {
      durable.add(record);
    } else {
      durable.set(Math.toIntExact(position), record);
    }
  }

  private static void cut(List<?> records, long size) {
    if (size < records.size()) {
      records.subList(Math.toIntExact(size), records.size()).clear();
    }
  }
}
