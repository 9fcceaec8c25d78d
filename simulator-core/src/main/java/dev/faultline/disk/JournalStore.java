package dev.faultline.disk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal: the records its node sees, and those the platter holds. */
final class JournalStore<R> extends Store implements Journal<R> {
  /** Stands where a record should be and its checksum does not match. */
  private static final Object DAMAGED = new Object();

  /** Stands where a record never arrived. */
  private static final Object MISSING = new Object();

  private final SimulatedDisk disk;
  private final List<Object> visible = new ArrayList<>();
  private final List<Object> durable = new ArrayList<>();

  JournalStore(String name, SimulatedDisk disk) {
    super(name);
    this.disk = disk;
  }

  @Override
  public long size() {
    return visible.size();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Stored<R> read(long position) {
    Object found = visible.get(Math.toIntExact(position));
    return found == DAMAGED ? new Stored.Damaged<>() : new Stored.Value<>((R) found);
  }

  @Override
  public void append(R record) {
    disk.written(new Write(this, Write.Kind.APPEND, visible.size(), record, disk.hasRoom()));
    visible.add(record);
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
      put(write.position(), write.value());
    }
  }

  @Override
  void persistDamaged(Write write, @Nullable Object garbage) {
    if (write.kind() == Write.Kind.APPEND) {
      put(write.position(), garbage == null ? DAMAGED : garbage);
    }
  }

  @Override
  void rot(Rot rot) {
    for (int i = 0; i < durable.size(); i++) {
      Object record = durable.get(i);
      if (record != DAMAGED && record != MISSING && rot.strikes(this, i)) {
        Object garbage = rot.garbage(this, i, record);
        Object found = garbage == null ? DAMAGED : garbage;
        durable.set(i, found);
        if (i < visible.size() && visible.get(i).equals(record)) {
          visible.set(i, found);
        }
      }
    }
  }

  @Override
  void reopen() {
    while (!durable.isEmpty() && durable.get(durable.size() - 1) == MISSING) {
      durable.remove(durable.size() - 1);
    }
    durable.replaceAll(record -> record == MISSING ? DAMAGED : record);
    visible.clear();
    visible.addAll(durable);
  }

  @Override
  void wipe() {
    visible.clear();
    durable.clear();
  }

  private void put(long position, @Nullable Object value) {
    Object record = value == null ? MISSING : value;
    while (durable.size() < position) {
      durable.add(MISSING);
    }
    if (durable.size() == position) {
      durable.add(record);
    } else {
      durable.set(Math.toIntExact(position), record);
    }
  }

  private static void cut(List<Object> records, long size) {
    if (size < records.size()) {
      records.subList(Math.toIntExact(size), records.size()).clear();
    }
  }
}
