package dev.faultline.fault;

import dev.faultline.trace.Fact;
import dev.faultline.trace.TypeName;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells those who wait for facts and disk points when one comes. */
final class Anchors {
  /** Looked up by the simple name of a fact's class, and never iterated. */
  private final Map<String, List<Watch>> facts = new HashMap<>();

  private final Map<Anchor.DiskPoint, List<Watch>> disks = new EnumMap<>(Anchor.DiskPoint.class);

  /** Wants to know each time. */
  @FunctionalInterface
  interface Watcher {
    /** It happened on this node, at this virtual nanosecond. */
    void on(NodeId node, long now);
  }

  /** A watcher, and the nodes and times it is there for. */
  private static final class Watch {
    private final Optional<NodeId> only;
    private final Watcher watcher;

    /** Which time is meant; 0 for each. */
    private final int nth;

    private int seen;

    Watch(Optional<NodeId> only, int nth, Watcher watcher) {
      this.only = only;
      this.nth = nth;
      this.watcher = watcher;
    }

    /** Tells the watcher if it is his turn; says whether his turn has passed for good. */
    boolean isDoneAfter(NodeId node, long now) {
      if (only.isPresent() && !only.get().equals(node)) {
        return false;
      }
      seen++;
      if (nth == 0 || seen == nth) {
        watcher.on(node, now);
      }
      return seen == nth;
    }
  }

  /** Tells once, at the n-th fact. */
  void await(Anchor.OnFact anchor, Watcher watcher) {
    ofFact(anchor.fact()).add(new Watch(anchor.node(), anchor.nth(), watcher));
  }

  /** Tells once, at the n-th disk point. */
  void await(Anchor.OnDisk anchor, Watcher watcher) {
    ofDisk(anchor.point()).add(new Watch(anchor.node(), anchor.nth(), watcher));
  }

  /** Tells each time. */
  void watch(FaultRule.Trigger trigger, Watcher watcher) {
    switch (trigger) {
      case FaultRule.FactReported reported ->
          ofFact(reported.fact()).add(new Watch(reported.node(), 0, watcher));
      case FaultRule.DiskReached reached ->
          ofDisk(reached.point()).add(new Watch(reached.node(), 0, watcher));
    }
  }

  private List<Watch> ofFact(String fact) {
    return facts.computeIfAbsent(fact, name -> new ArrayList<>());
  }

  private List<Watch> ofDisk(Anchor.DiskPoint point) {
    return disks.computeIfAbsent(point, name -> new ArrayList<>());
  }

  void on(Fact fact, NodeId node, long now) {
    if (!facts.isEmpty()) {
      tell(facts.get(TypeName.of(fact.getClass()).name()), node, now);
    }
  }

  void atSyncPoint(NodeId node, boolean complete, long now) {
    if (!disks.isEmpty()) {
      tell(
          disks.get(complete ? Anchor.DiskPoint.AFTER_SYNC : Anchor.DiskPoint.BEFORE_SYNC),
          node,
          now);
    }
  }

  private static void tell(@Nullable List<Watch> watches, NodeId node, long now) {
    int i = 0;
    while (watches != null && i < watches.size()) {
      if (watches.get(i).isDoneAfter(node, now)) {
        watches.remove(i);
      } else {
        i++;
      }
    }
  }

  void clear() {
    facts.clear();
    disks.clear();
  }
}
