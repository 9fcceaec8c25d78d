package dev.faultline.disk;

import org.jspecify.annotations.Nullable;

/** A cell: what its node sees, and what the platter holds. */
final class CellStore<T> extends Store implements Cell<T> {
  private final SimulatedDisk disk;
  private Stored<T> visible = new Stored.Empty<>();
  private Stored<T> durable = new Stored.Empty<>();

  CellStore(String name, SimulatedDisk disk) {
    super(name);
    this.disk = disk;
  }

  @Override
  public Stored<T> read() {
    return visible;
  }

  @Override
  public void write(T value) {
    visible = new Stored.Value<>(value);
    disk.written(new Write(this, Write.Kind.SET, 0, value, disk.hasRoom()));
  }

  @Override
  @SuppressWarnings("unchecked")
  void persist(Write write) {
    Object value = write.value();
    durable = value == null ? new Stored.Empty<>() : new Stored.Value<>((T) value);
  }

  @Override
  @SuppressWarnings("unchecked")
  void persistDamaged(Write write, @Nullable Object garbage) {
    durable = garbage == null ? new Stored.Damaged<>() : new Stored.Value<>((T) garbage);
  }

  @Override
  void rot(Rot rot) {
    if (durable instanceof Stored.Value<T>(T value) && rot.strikes(this, 0)) {
      Object garbage = rot.garbage(this, 0, value);
      @SuppressWarnings("unchecked")
      Stored<T> found = garbage == null ? new Stored.Damaged<>() : new Stored.Value<>((T) garbage);
      if (visible.equals(durable)) {
        visible = found;
      }
      durable = found;
    }
  }

  @Override
  void reopen() {
    visible = durable;
  }

  @Override
  void wipe() {
    visible = new Stored.Empty<>();
    durable = new Stored.Empty<>();
  }
}
