package dev.faultline.trace;

import dev.faultline.values.Hash;

/** What kind of step an event is. */
public enum EventKind {
  /** A life of a node begins. */
  START,
  /** A node handles a message. */
  MESSAGE,
  /** A timer fires. */
  TIMER,
  /** A sync is complete. */
  SYNC,
  /** A sync has failed. */
  SYNC_FAILED,
  /** A client is asked to perform an operation. */
  OPERATION,
  /** A fault begins. */
  FAULT,
  /** A fault ends. */
  FAULT_END;

  private final long key = Hash.of(name());

  long key() {
    return key;
  }
}
