package dev.faultline.fault;

import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Collects the nodes that a fault names, so that a misspelt one is noticed before the run. */
final class Mentions {
  private Mentions() {}

  /** Every node that the effect names, in its target or anywhere else. */
  static List<NodeId> of(Effect effect) {
    List<NodeId> named = new ArrayList<>();
    Aim.target(effect)
        .ifPresent(target -> {
          if (target instanceof Target.Named(List<NodeId> nodes)) {
            named.addAll(nodes);
          }
        });
    switch (effect) {
      case Effect.Partition(Cut cut) -> named.addAll(of(cut));
      case Effect.Clog clog -> addBoth(named, clog.from(), clog.to());
      case Effect.Noise noise -> addBoth(named, noise.from(), noise.to());
      case Effect.MessageFault fault -> addBoth(named, fault.from(), fault.to());
      case Effect.Crash crash -> {}
      case Effect.Pause pause -> {}
      case Effect.Slow slow -> {}
      case Effect.SlowDisk slow -> {}
      case Effect.FailSyncs fail -> {}
      case Effect.FullDisk full -> {}
      case Effect.CorruptDisk corrupt -> {}
      case Effect.ClockDrift drift -> {}
      case Effect.ClockJump jump -> {}
    }
    return named;
  }

  private static List<NodeId> of(Cut cut) {
    return switch (cut) {
      case Cut.Groups(List<List<NodeId>> groups) -> groups.stream().flatMap(List::stream).toList();
      case Cut.OneWay(List<NodeId> from, List<NodeId> to) -> {
        List<NodeId> both = new ArrayList<>();
        addBoth(both, from, to);
        yield both;
      }
      case Cut.Links(List<Cut.Link> links) ->
          links.stream().flatMap(link -> List.of(link.a(), link.b()).stream()).toList();
      case Cut.Bridge bridge -> List.of();
      case Cut.Ring ring -> List.of();
      case Cut.Isolate isolate -> List.of();
      case Cut.Split split -> List.of();
    };
  }

  private static void addBoth(List<NodeId> named, List<NodeId> from, List<NodeId> to) {
    named.addAll(from);
    named.addAll(to);
  }
}
