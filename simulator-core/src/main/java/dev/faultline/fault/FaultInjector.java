package dev.faultline.fault;

import dev.faultline.engine.Engine;
import dev.faultline.network.Network;
import dev.faultline.random.Choices;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.Fact;
import dev.faultline.trace.Leadership;
import dev.faultline.trace.Recorder;
import dev.faultline.trace.TypeName;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries the faults of a run out, and writes down what it did: the list of actions with concrete
 * times and targets that a replay runs instead.
 */
public final class FaultInjector {
  /** The node that fault events belong to. */
  private static final NodeId FAULTS = NodeId.of("faults");

  private final Cluster cluster;
  private final Engine engine;
  private final Recorder recorder;
  private final Effects effects;
  private final TargetResolver targets;
  private final Anchors anchors;
  private final long end;
  private final List<Active> active = new ArrayList<>();
  private final List<Waiting> waitingForLeader = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();

  /** An action that is going on. */
  private record Active(Effects.Undo undo, Done done, FaultAction action, long event) {}

  /** An action whose leader does not exist yet. */
  private record Waiting(FaultAction action, long until, Runnable whenOver) {}

  /** What was done, to be told when the run is over. */
  private static final class Done {
    private final FaultAction recorded;
    private final FaultSpan span;
    private long to;

    Done(FaultAction recorded, FaultSpan span) {
      this.recorded = recorded;
      this.span = span;
      this.to = span.to();
    }
  }

  /**
   * @param end when the fault phase ends, virtual nanoseconds: nothing begins or lasts longer
   */
  public FaultInjector(
      Cluster cluster,
      Engine engine,
      Network network,
      Recorder recorder,
      Choices choices,
      long end) {
    this.cluster = cluster;
    this.engine = engine;
    this.recorder = recorder;
    this.effects = new Effects(cluster, network);
    this.targets = new TargetResolver(cluster, choices);
    this.anchors = new Anchors();
    this.end = end;
  }

  /**
   * Schedules explicit actions.
   *
   * @throws IllegalArgumentException when one names a node that does not exist
   */
  public void plan(List<FaultAction> actions) {
    actions.forEach(this::plan);
  }

  private void plan(FaultAction action) {
    requireKnown(action.effect());
    switch (action.anchor()) {
      case Anchor.At(Duration time) -> {
        if (time.toNanos() < end) {
          at(time.toNanos(), () -> begin(action, patience(action), null));
        }
      }
      case Anchor.OnFact onFact ->
          anchors.await(
              onFact,
              (node, now) ->
                  at(
                      now + Math.max(1, onFact.offset().toNanos()),
                      () -> begin(aimed(action, node), patience(action), null)));
      case Anchor.OnDisk onDisk ->
          anchors.await(onDisk, (node, now) -> begin(aimed(action, node), 0, null));
    }
  }

  /** Every node that the effect names exists. */
  void requireKnown(Effect effect) {
    Mentions.of(effect).forEach(cluster::get);
  }

  /** The action at something that happened on this node; only servers can be hit. */
  FaultAction aimed(FaultAction action, NodeId reporter) {
    return cluster.isServer(reporter)
        ? new FaultAction(
            action.id(), action.anchor(), action.lasts(), Aim.atReporter(action.effect(), reporter))
        : action;
  }

  /** Tells each time until the faults end. */
  void watch(FaultRule.Trigger trigger, Anchors.Watcher watcher) {
    anchors.watch(trigger, watcher);
  }

  private long patience(FaultAction action) {
    return action.lasts().map(Duration::toNanos).orElse(end);
  }

  void at(long time, Runnable begin) {
    if (time < end) {
      engine.scheduleFault(time, event -> begin.run());
    }
  }

  /** Begins an action now. For tests and debuggers; scheduled actions begin by themselves. */
  public void apply(FaultAction action) {
    begin(action, 0, null);
  }

  /**
   * Begins an action if its target can be found.
   *
   * @param patience how long to wait for a leader when there is none
   * @param whenOver called when the action has ended, or did nothing
   */
  void begin(FaultAction action, long patience, @Nullable Runnable whenOver) {
    Runnable over = whenOver == null ? () -> {} : whenOver;
    long now = engine.now();
    Optional<Target> target = Aim.target(action.effect());
    List<NodeId> nodes =
        target.map(found -> targets.resolve(found, action.id(), now)).orElse(List.of());
    boolean nobody = target.isPresent() && nodes.isEmpty();
    if (nobody && target.get() instanceof Target.Leader && patience > 0) {
      wait(new Waiting(action, Math.min(end - 1, now + patience), over));
    } else if (nobody) {
      skip(action, "nobody to hit");
      over.run();
    } else {
      strike(action, nodes, over);
    }
  }

  private void strike(FaultAction action, List<NodeId> nodes, Runnable over) {
    long now = engine.now();
    long until = Math.min(end, now + action.lasts().map(Duration::toNanos).orElse(end));
    Effect effect = Aim.at(action.effect(), nodes);
    long event = begin(EventKind.FAULT, nodes.isEmpty() ? null : nodes.get(0), effect, 0);
    Effects.Undo undo = effects.begin(effect, nodes);
    recorder.end();
    FaultSpan span =
        new FaultSpan(
            action.id(),
            FaultLabels.kind(effect),
            FaultLabels.label(effect, nodes),
            nodes.isEmpty() ? named(effect) : nodes,
            now,
            until,
            "");
    Done told = new Done(recorded(action, effect, now), span);
    Active begun = new Active(undo, told, action, event);
    done.add(told);
    active.add(begun);
    if (action.lasts().isEmpty()) {
      over.run();
    } else if (until < end) {
      engine.scheduleFaultEnd(
          until,
          due -> {
            finish(begun);
            over.run();
          });
    }
  }

  private long begin(EventKind kind, @Nullable NodeId node, Effect effect, long cause) {
    TypeName type = FaultLabels.type(effect);
    long peer = node == null ? 0 : node.key();
    long event = recorder.begin(engine.now(), kind, FAULTS.key(), peer, type);
    if (recorder.wantsDescriptions()) {
      recorder.describe(kind, FAULTS, node, type, null, cause);
    }
    return event;
  }

  private static List<NodeId> named(Effect effect) {
    return effect instanceof Effect.Partition(Cut.Groups(List<List<NodeId>> groups))
        ? groups.stream().flatMap(List::stream).toList()
        : List.of();
  }

  /** The action as a replay carries it out: a time instead of a fact, nodes instead of roles. */
  private static FaultAction recorded(FaultAction action, Effect effect, long now) {
    Anchor anchor =
        action.anchor() instanceof Anchor.OnDisk
            ? action.anchor()
            : new Anchor.At(Duration.ofNanos(now));
    return new FaultAction(action.id(), anchor, action.lasts(), effect);
  }

  private void finish(Active begun) {
    if (active.remove(begun)) {
      end(begun);
    }
  }

  private void end(Active begun) {
    begun.done().to = engine.now();
    long event = begin(EventKind.FAULT_END, null, begun.action().effect(), begun.event());
    recorder.end();
    begun.undo().run(event);
  }

  private void skip(FaultAction action, String why) {
    long now = engine.now();
    Effect effect = action.effect();
    FaultSpan span =
        new FaultSpan(
            action.id(),
            FaultLabels.kind(effect),
            FaultLabels.kind(effect) + " skipped",
            List.of(),
            now,
            now,
            why);
    done.add(new Done(recorded(action, effect, now), span));
  }

  private void wait(Waiting waiting) {
    waitingForLeader.add(waiting);
    at(
        waiting.until(),
        () -> {
          if (waitingForLeader.remove(waiting)) {
            skip(waiting.action(), "there was no leader");
            waiting.whenOver().run();
          }
        });
  }

  /** A node reported a fact. */
  public void on(Fact fact, NodeId node, long now) {
    if (fact instanceof Leadership) {
      cluster.leads(node);
      List<Waiting> waiting = List.copyOf(waitingForLeader);
      waitingForLeader.clear();
      for (Waiting each : waiting) {
        at(now + 1, () -> begin(each.action(), each.until() - now - 1, each.whenOver()));
      }
    }
    anchors.on(fact, node, now);
  }

  /** A node's disk is about to complete a sync, or just did. */
  public void atSyncPoint(NodeId node, boolean complete) {
    anchors.atSyncPoint(node, complete, engine.now());
  }

  /**
   * Ends every fault, and starts servers again until enough are up.
   *
   * @param core how many servers are to be up at least; those that a fault without an end holds
   *     down stay down beyond that
   */
  public void heal(int core) {
    waitingForLeader.clear();
    anchors.clear();
    List<Active> held = new ArrayList<>();
    for (Active each : List.copyOf(active)) {
      boolean endless =
          each.action().effect() instanceof Effect.Crash && each.action().lasts().isEmpty();
      if (endless) {
        held.add(each);
      } else {
        finish(each);
      }
    }
    cluster.servers().stream()
        .filter(machine -> !machine.isUp() && !effects.isHeldDown(machine.id()))
        .forEach(machine -> machine.start(0));
    for (Active each : held) {
      if (cluster.serversUp().size() < core) {
        finish(each);
      }
    }
  }

  /**
   * The actions as they were carried out, in order: a replay's list. One that did nothing is left
   * out: in a replay its target might be found after all.
   */
  public List<FaultAction> recording() {
    return done.stream()
        .filter(each -> each.span.skipped().isEmpty())
        .map(each -> each.recorded)
        .toList();
  }

  /** The faults as they happened, in order. */
  public List<FaultSpan> spans() {
    return done.stream()
        .map(each ->
            new FaultSpan(
                each.span.id(),
                each.span.kind(),
                each.span.label(),
                each.span.nodes(),
                each.span.from(),
                each.to,
                each.span.skipped()))
        .toList();
  }

  /** When the fault phase ends, virtual nanoseconds. */
  long end() {
    return end;
  }
}
