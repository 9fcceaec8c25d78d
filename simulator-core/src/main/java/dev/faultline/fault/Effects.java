package dev.faultline.fault;

import dev.faultline.network.LinkFilter;
import dev.faultline.network.MessageRule;
import dev.faultline.network.Network;
import dev.faultline.network.Noise;
import dev.faultline.node.Machine;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** Carries effects out, and says how to undo each. */
final class Effects {
  private final Cluster cluster;
  private final Network network;
  private final CutShapes shapes;

  /** How many actions hold each node down; it starts again when the last one ends. */
  private final Map<NodeId, Integer> heldDown = new TreeMap<>();

  /** What speeds each node's clock was given, the newest last; the first is its own. */
  private final Map<NodeId, List<Speed>> speeds = new TreeMap<>();

  /** A speed of a clock; two actions that give the same one are still two. */
  private static final class Speed {
    private final Drift drift;

    Speed(Drift drift) {
      this.drift = drift;
    }
  }

  Effects(Cluster cluster, Network network) {
    this.cluster = cluster;
    this.network = network;
    this.shapes = new CutShapes(cluster);
  }

  /** Ends an effect. */
  interface Undo {
    /** Puts things back; {@code cause} is the number of the event that does so. */
    void run(long cause);
  }

  /**
   * Begins an effect on these nodes.
   *
   * @return what ends it
   */
  Undo begin(Effect effect, List<NodeId> nodes) {
    return switch (effect) {
      case Effect.Partition(Cut cut) -> cut(shapes.links(cut, nodes));
      case Effect.Clog clog -> clog(shapes.oneWay(clog.from(), clog.to()));
      case Effect.Crash crash -> crash(crash, nodes);
      case Effect.Pause pause -> each(nodes, Machine::pause, (m, cause) -> m.resume(cause));
      case Effect.Slow slow -> {
        long by = slow.by().toNanos();
        double factor = slow.factor();
        yield each(nodes, m -> m.slow(factor, by), (m, cause) -> m.endSlow(factor, by));
      }
      case Effect.SlowDisk slow ->
          each(
              nodes,
              m -> m.disk().slowdown().begin(slow.factor()),
              (m, cause) -> m.disk().slowdown().end(slow.factor()));
      case Effect.FailSyncs fail ->
          each(
              nodes,
              m -> m.disk().startFailing(),
              (m, cause) -> mended(m, m.disk()::endFailing, cause));
      case Effect.FullDisk full ->
          each(nodes, m -> m.disk().startFull(), (m, cause) -> mended(m, m.disk()::endFull, cause));
      case Effect.CorruptDisk corrupt ->
          each(nodes, m -> m.disk().rot(corrupt.share()), (m, cause) -> {});
      case Effect.ClockDrift drift -> drift(drift.drift(), nodes);
      case Effect.ClockJump jump -> {
        long by = jump.by().toNanos();
        yield each(nodes, m -> m.clock().jump(by), (m, cause) -> m.clock().jump(-by));
      }
      case Effect.Noise noise -> noise(noise);
      case Effect.MessageFault fault -> messages(fault);
    };
  }

  private Undo each(
      List<NodeId> nodes, Consumer<Machine<?>> begin, ObjLongConsumer<Machine<?>> end) {
    nodes.forEach(node -> begin.accept(cluster.get(node)));
    return cause -> nodes.forEach(node -> end.accept(cluster.get(node), cause));
  }

  private Undo cut(LinkFilter links) {
    network.cut(links);
    return cause -> network.mend(links);
  }

  private Undo clog(LinkFilter links) {
    network.clog(links);
    return cause -> network.unclog(links);
  }

  private Undo crash(Effect.Crash crash, List<NodeId> nodes) {
    for (NodeId node : nodes) {
      Machine<?> machine = cluster.get(node);
      machine.crash();
      if (crash.wipe()) {
        machine.wipe();
      }
      heldDown.merge(node, 1, Integer::sum);
    }
    return cause -> nodes.forEach(node -> release(node, cause));
  }

  private void release(NodeId node, long cause) {
    int left = heldDown.merge(node, -1, Integer::sum);
    if (left == 0) {
      cluster.get(node).start(cause);
    }
  }

  /** Does an action hold this node down? */
  boolean isHeldDown(NodeId node) {
    return heldDown.getOrDefault(node, 0) > 0;
  }

  /** A disk works again: a node that its disk brought down starts again. */
  private void mended(Machine<?> machine, Runnable end, long cause) {
    end.run();
    if (!machine.isUp() && !isHeldDown(machine.id())) {
      machine.start(cause);
    }
  }

  /**
   * The newest drift of a node counts; under all of them lies the one it was given at the start.
   */
  private Undo drift(Drift drift, List<NodeId> nodes) {
    Speed speed = new Speed(drift);
    for (NodeId node : nodes) {
      Machine<?> machine = cluster.get(node);
      speeds
          .computeIfAbsent(node, n -> new ArrayList<>(List.of(new Speed(machine.clock().drift()))))
          .add(speed);
      machine.drift(drift);
    }
    return cause -> nodes.forEach(node -> endDrift(node, speed));
  }

  private void endDrift(NodeId node, Speed speed) {
    List<Speed> given = Objects.requireNonNull(speeds.get(node));
    given.remove(speed);
    cluster.get(node).drift(given.get(given.size() - 1).drift);
  }

  private Undo noise(Effect.Noise effect) {
    Noise noise =
        new Noise(
            shapes.oneWay(effect.from(), effect.to()),
            effect.latency(),
            effect.loss(),
            effect.duplicate(),
            effect.corrupt(),
            effect.burst());
    network.addNoise(noise);
    return cause -> network.removeNoise(noise);
  }

  private Undo messages(Effect.MessageFault fault) {
    MessageRule rule =
        new MatchedMessages(
            network,
            shapes.oneWay(fault.from(), fault.to()),
            fault.message().orElse(null),
            fault.count(),
            interference(fault.fate()));
    network.addRule(rule);
    return cause -> network.removeRule(rule);
  }

  private static MessageRule.Interference interference(Effect.Fate fate) {
    return switch (fate) {
      case Effect.Fate.Drop() -> new MessageRule.Interference(true, 0, -1, false);
      case Effect.Fate.Delay delay ->
          new MessageRule.Interference(false, delay.by().toNanos(), -1, false);
      case Effect.Fate.Duplicate copy ->
          new MessageRule.Interference(false, 0, copy.after().toNanos(), false);
      case Effect.Fate.Corrupt() -> new MessageRule.Interference(false, 0, -1, true);
    };
  }
}
