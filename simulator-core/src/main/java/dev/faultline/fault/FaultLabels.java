package dev.faultline.fault;

import dev.faultline.trace.TypeName;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.stream.Collectors;

/** Words for faults: short ones for charts and summaries. */
final class FaultLabels {
  private FaultLabels() {}

  /** The key of an effect in the scenario language. */
  static String kind(Effect effect) {
    return switch (effect) {
      case Effect.Partition partition -> "partition";
      case Effect.Clog clog -> "clog";
      case Effect.Crash crash -> crash.wipe() ? "wipe" : "crash";
      case Effect.Pause pause -> "pause";
      case Effect.Slow slow -> "slow";
      case Effect.SlowDisk slow -> "disk";
      case Effect.FailSyncs fail -> "disk";
      case Effect.FullDisk full -> "disk";
      case Effect.CorruptDisk corrupt -> "disk";
      case Effect.ClockDrift drift -> "clock";
      case Effect.ClockJump jump -> "clock";
      case Effect.Noise noise -> "network";
      case Effect.MessageFault fault ->
          switch (fault.fate()) {
            case Effect.Fate.Drop drop -> "drop";
            case Effect.Fate.Delay delay -> "delay";
            case Effect.Fate.Duplicate copy -> "duplicate";
            case Effect.Fate.Corrupt corrupt -> "corrupt";
          };
    };
  }

  /** The name of the events of an effect. */
  static TypeName type(Effect effect) {
    return TypeName.of(kind(effect));
  }

  /** A few words for a fault on these nodes. */
  static String label(Effect effect, List<NodeId> nodes) {
    String names = names(nodes);
    return switch (effect) {
      case Effect.Partition(Cut cut) -> label(cut, names);
      case Effect.Clog clog -> "clog " + arrow(clog.from(), clog.to());
      case Effect.Crash crash -> kind(crash) + " " + names;
      case Effect.Pause pause -> "pause " + names;
      case Effect.Slow slow -> "slow " + names;
      case Effect.SlowDisk slow -> "slow disk " + names;
      case Effect.FailSyncs fail -> "failing disk " + names;
      case Effect.FullDisk full -> "full disk " + names;
      case Effect.CorruptDisk corrupt -> "corrupt disk " + names;
      case Effect.ClockDrift drift -> "clock " + names + " " + drift.drift();
      case Effect.ClockJump jump -> "clock " + names + " jumps " + Durations.format(jump.by());
      case Effect.Noise noise -> "network " + arrow(noise.from(), noise.to());
      case Effect.MessageFault fault ->
          kind(fault)
              + " "
              + fault.message().orElse("messages")
              + " "
              + arrow(fault.from(), fault.to());
    };
  }

  private static String label(Cut cut, String names) {
    return switch (cut) {
      case Cut.Groups(List<List<NodeId>> groups) ->
          groups.stream().map(FaultLabels::names).collect(Collectors.joining(" | "));
      case Cut.OneWay(List<NodeId> from, List<NodeId> to) -> "cut " + arrow(from, to);
      case Cut.Links(List<Cut.Link> links) ->
          links.stream()
              .map(link -> link.a() + "–" + link.b())
              .collect(Collectors.joining(", ", "cut ", ""));
      case Cut.Bridge bridge -> "bridge over " + names;
      case Cut.Ring ring -> "ring";
      case Cut.Isolate isolate -> "isolate " + names;
      case Cut.Split split -> names + " | others";
    };
  }

  private static String arrow(List<NodeId> from, List<NodeId> to) {
    return (from.isEmpty() ? "all" : names(from)) + " → " + (to.isEmpty() ? "all" : names(to));
  }

  private static String names(List<NodeId> nodes) {
    return nodes.stream().map(NodeId::name).collect(Collectors.joining(" "));
  }
}
