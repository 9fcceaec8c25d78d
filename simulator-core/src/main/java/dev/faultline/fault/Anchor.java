package dev.faultline.fault;

import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.Optional;

/** When a fault begins. */
public sealed interface Anchor {
  /** At a moment of virtual time. */
  record At(Duration time) implements Anchor {
    public At {
      Require.notNegative("at", time);
    }
  }

  /**
   * When a fact is reported.
   *
   * @param fact the simple name of the fact's class: {@code BecameLeader}
   * @param node only when this node reports it
   * @param nth the first, second, … time; from 1
   * @param offset so long afterwards
   */
  record OnFact(String fact, Optional<NodeId> node, int nth, Duration offset) implements Anchor {
    public OnFact {
      Require.positive("nth", nth);
      Require.notNegative("offset", offset);
    }
  }

  /**
   * At a point of a disk's work.
   *
   * @param point before a sync completes, or before its callbacks run
   * @param node only on this node
   * @param nth the first, second, … time; from 1
   */
  record OnDisk(DiskPoint point, Optional<NodeId> node, int nth) implements Anchor {
    public OnDisk {
      Require.positive("nth", nth);
    }
  }

  /** Points of a disk's work at which a fault can strike. */
  enum DiskPoint {
    /** The sync is about to complete: nothing that it covers is durable yet. */
    BEFORE_SYNC,
    /** The sync is complete and its callback has not run. */
    AFTER_SYNC
  }
}
