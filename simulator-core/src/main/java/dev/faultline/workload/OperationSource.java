package dev.faultline.workload;

import org.jspecify.annotations.Nullable;

/** The operations of one client, one after the other. */
interface OperationSource {
  /**
   * The next operation.
   *
   * @param free when the client's last operation ended; only a closed loop asks
   * @return null when there are no more
   */
  @Nullable Due next(long free);

  /** Does the next operation wait for the last one to end? */
  boolean isClosedLoop();

  /**
   * An operation and when it is due.
   *
   * @param time virtual nanoseconds
   */
  record Due(long time, Record operation) {}
}
