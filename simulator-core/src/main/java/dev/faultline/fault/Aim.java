package dev.faultline.fault;

import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;

/** Reads the target of an effect, and writes the concrete nodes in its place. */
final class Aim {
  private Aim() {}

  /** Whom an effect is aimed at; empty for one that names its nodes itself or needs none. */
  static Optional<Target> target(Effect effect) {
    return switch (effect) {
      case Effect.Partition(Cut cut) -> target(cut);
      case Effect.Crash crash -> Optional.of(crash.target());
      case Effect.Pause pause -> Optional.of(pause.target());
      case Effect.Slow slow -> Optional.of(slow.target());
      case Effect.SlowDisk slow -> Optional.of(slow.target());
      case Effect.FailSyncs fail -> Optional.of(fail.target());
      case Effect.FullDisk full -> Optional.of(full.target());
      case Effect.CorruptDisk corrupt -> Optional.of(corrupt.target());
      case Effect.ClockDrift drift -> Optional.of(drift.target());
      case Effect.ClockJump jump -> Optional.of(jump.target());
      case Effect.Clog clog -> Optional.empty();
      case Effect.Noise noise -> Optional.empty();
      case Effect.MessageFault fault -> Optional.empty();
    };
  }

  private static Optional<Target> target(Cut cut) {
    return switch (cut) {
      case Cut.Bridge(Target over) -> Optional.of(over);
      case Cut.Isolate(Target target) -> Optional.of(target);
      case Cut.Split(Target target) -> Optional.of(target);
      case Cut.Groups groups -> Optional.empty();
      case Cut.OneWay oneWay -> Optional.empty();
      case Cut.Links links -> Optional.empty();
      case Cut.Ring ring -> Optional.empty();
    };
  }

  /** The same effect, aimed at whoever reported what it waited for, if that is its target. */
  static Effect atReporter(Effect effect, NodeId reporter) {
    return effect.isAimedAt(new Target.Reporter()) ? at(effect, List.of(reporter)) : effect;
  }

  /** The same effect, aimed at these nodes. */
  static Effect at(Effect effect, List<NodeId> nodes) {
    return target(effect).isEmpty() ? effect : at(effect, new Target.Named(nodes));
  }

  /** The same effect with another target, if it has one. */
  static Effect at(Effect effect, Target target) {
    return switch (effect) {
      case Effect.Partition(Cut cut) -> new Effect.Partition(at(cut, target));
      case Effect.Crash crash -> new Effect.Crash(target, crash.wipe());
      case Effect.Pause pause -> new Effect.Pause(target);
      case Effect.Slow slow -> new Effect.Slow(target, slow.factor(), slow.by());
      case Effect.SlowDisk slow -> new Effect.SlowDisk(target, slow.factor());
      case Effect.FailSyncs fail -> new Effect.FailSyncs(target);
      case Effect.FullDisk full -> new Effect.FullDisk(target);
      case Effect.CorruptDisk corrupt -> new Effect.CorruptDisk(target, corrupt.share());
      case Effect.ClockDrift drift -> new Effect.ClockDrift(target, drift.drift());
      case Effect.ClockJump jump -> new Effect.ClockJump(target, jump.by());
      case Effect.Clog clog -> clog;
      case Effect.Noise noise -> noise;
      case Effect.MessageFault fault -> fault;
    };
  }

  private static Cut at(Cut cut, Target named) {
    return switch (cut) {
      case Cut.Bridge bridge -> new Cut.Bridge(named);
      case Cut.Isolate isolate -> new Cut.Isolate(named);
      case Cut.Split split -> new Cut.Split(named);
      case Cut.Groups groups -> groups;
      case Cut.OneWay oneWay -> oneWay;
      case Cut.Links links -> links;
      case Cut.Ring ring -> ring;
    };
  }
}
