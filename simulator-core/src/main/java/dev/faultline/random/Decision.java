package dev.faultline.random;

import dev.faultline.values.Hash;

/**
 * The kinds of random decision. The name of a kind enters the key of its decisions, so a new kind
 * moves none of the others.
 */
public enum Decision {
  /** Is a message lost? */
  LOSS,
  /** Is a message delivered twice? */
  DUPLICATE,
  /** Is a message lost in a bad stretch of its link (burst loss)? */
  BURST_LOSS,
  /** How long does a message travel? */
  DELAY,
  /** How long does the second copy of a message travel? */
  DUPLICATE_DELAY,
  /** Is a message altered on its way, and how? */
  CORRUPTION,
  /** How long does a link stay in its good or bad state (burst loss)? */
  BURST,
  /** The generator of one handler invocation. */
  HANDLER,
  /** How long does serving one message take? */
  SERVICE_TIME,
  /** How long does one disk sync take? */
  SYNC,
  /** What does a crash leave of an unsynced write? */
  CRASHED_WRITE,
  /** What does latent corruption make of a record? */
  DISK_CORRUPTION,
  /** Where does a node's clock start, and how fast does it run? */
  CLOCK,
  /** When does a fault rule act next, on what, and how long? */
  FAULT,
  /** Does a fault rule act on what just happened, after which delay, and how long? */
  STRIKE,
  /** Which nodes does a fault hit? */
  TARGET,
  /** When does a client's next operation start? */
  OPERATION_TIME,
  /** Which operation is it? */
  OPERATION;

  private final long key = Hash.of(name());

  /** Is {@code when} the number of an item in a sequence, rather than virtual time? */
  boolean isNumbered() {
    return switch (this) {
      case BURST, CLOCK, FAULT, OPERATION_TIME, OPERATION -> true;
      case LOSS,
          DUPLICATE,
          BURST_LOSS,
          DELAY,
          DUPLICATE_DELAY,
          CORRUPTION,
          HANDLER,
          SERVICE_TIME,
          SYNC,
          CRASHED_WRITE,
          DISK_CORRUPTION,
          STRIKE,
          TARGET ->
          false;
    };
  }

  /** Is the answer a place within a distribution of durations? */
  boolean isDelay() {
    return switch (this) {
      case DELAY, DUPLICATE_DELAY, SERVICE_TIME, SYNC -> true;
      case LOSS,
          DUPLICATE,
          BURST_LOSS,
          CORRUPTION,
          BURST,
          HANDLER,
          CRASHED_WRITE,
          DISK_CORRUPTION,
          CLOCK,
          FAULT,
          STRIKE,
          TARGET,
          OPERATION_TIME,
          OPERATION ->
          false;
    };
  }

  /** A 64-bit hash of the name. */
  public long key() {
    return key;
  }
}
