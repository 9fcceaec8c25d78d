package dev.faultline.disk;

import dev.faultline.values.NodeId;

/** The machine that a disk is built into. */
public interface DiskHost {
  /** Whose disk it is. */
  NodeId id();

  /** The number of the running event. */
  long currentEvent();

  /** By what the machine as a whole multiplies the time of syncs; at least 1. */
  double slowness();

  /** A sync is about to complete, or just did: a fault may strike here. */
  void atSyncPoint(boolean complete);

  /** Runs the callback of a sync as a handler. */
  void runCallback(Runnable callback, boolean durable, long cause);

  /**
   * A sync failed and the node is not prepared for it: it goes down until the disk works again,
   * which may be at once.
   */
  void crashOfFailedSync();
}
