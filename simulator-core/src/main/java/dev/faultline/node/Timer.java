package dev.faultline.node;

import java.time.Duration;

/** A timer of one life of a node. See {@link Context#timer}. */
public interface Timer {
  /**
   * (Re)starts the timer: it fires once, no earlier than this long from now on the node's own
   * clock.
   *
   * @param delayNanos at least 0
   */
  void restart(long delayNanos);

  /** Like {@link #restart(long)}. */
  default void restart(Duration delay) {
    restart(delay.toNanos());
  }

  /** Stops the timer; nothing happens when it is not running. */
  void cancel();

  /** Is the timer waiting to fire? */
  boolean isRunning();
}
