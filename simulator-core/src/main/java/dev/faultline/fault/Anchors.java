package dev.faultline.fault;

import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Counts facts and disk points, and strikes when the right one comes. */
final class Anchors {
  private final List<FactAnchor> facts = new ArrayList<>();
  private final List<DiskAnchor> disks = new ArrayList<>();

  private static final class FactAnchor {
    private final Anchor.OnFact anchor;
    private final LongConsumer strike;
    private int seen;

    FactAnchor(Anchor.OnFact anchor, LongConsumer strike) {
      this.anchor = anchor;
      this.strike = strike;
    }
  }

  private static final class DiskAnchor {
    private final Anchor.OnDisk anchor;
    private final Runnable strike;
    private int seen;

    DiskAnchor(Anchor.OnDisk anchor, Runnable strike) {
      this.anchor = anchor;
      this.strike = strike;
    }
  }

  /** Strikes once, at the n-th fact. */
  void await(Anchor.OnFact anchor, LongConsumer strike) {
    facts.add(new FactAnchor(anchor, strike));
  }

  /** Strikes once, at the n-th disk point. */
  void await(Anchor.OnDisk anchor, Runnable strike) {
    disks.add(new DiskAnchor(anchor, strike));
  }

  void on(Fact fact, NodeId node, long now) {
    if (facts.isEmpty()) {
      return;
    }
    String name = fact.getClass().getSimpleName();
    for (FactAnchor each : List.copyOf(facts)) {
      if (each.anchor.fact().equals(name)
          && concerns(each.anchor.node(), node)
          && ++each.seen == each.anchor.nth()) {
        facts.remove(each);
        each.strike.accept(now);
      }
    }
  }

  void atSyncPoint(NodeId node, boolean complete) {
    if (disks.isEmpty()) {
      return;
    }
    Anchor.DiskPoint point = complete ? Anchor.DiskPoint.AFTER_SYNC : Anchor.DiskPoint.BEFORE_SYNC;
    for (DiskAnchor each : List.copyOf(disks)) {
      if (each.anchor.point() == point
          && concerns(each.anchor.node(), node)
          && ++each.seen == each.anchor.nth()) {
        disks.remove(each);
        each.strike.run();
      }
    }
  }

  void clear() {
    facts.clear();
    disks.clear();
  }

  private static boolean concerns(Optional<NodeId> wanted, NodeId node) {
    return wanted.isEmpty() || wanted.get().equals(node);
  }
}
