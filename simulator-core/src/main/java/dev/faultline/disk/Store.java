package dev.faultline.disk;

import dev.faultline.values.Hash;
import org.jspecify.annotations.Nullable;

/** A named part of a disk. */
abstract sealed class Store permits CellStore, JournalStore {
  private final long key;

  Store(String name) {
    this.key = Hash.of(name);
  }

  /** A hash of the name, for the keys of what happens to it. */
  final long key() {
    return key;
  }

  /** A write reaches the platter. */
  abstract void persist(Write write);

  /**
   * A write reaches the platter torn.
   *
   * @param garbage what it reads as; null when the damage is noticed
   */
  abstract void persistDamaged(Write write, @Nullable Object garbage);

  /** Durable values rot. */
  abstract void rot(Rot rot);

  /** A new life reads what the platter holds. */
  abstract void reopen();

  /** Everything is gone. */
  abstract void wipe();

  /** Decides which durable values rot, and what they become. */
  interface Rot {
    boolean strikes(Store store, long position);

    @Nullable Object garbage(Store store, long position, Object value);
  }
}
