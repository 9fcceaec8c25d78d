package dev.faultline.scenario.budget;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Target;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.RunSettings;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks ahead at the faults of a scenario: can they exceed the fault budget of the protocol? Drawn
 * targets count as the worst that can be drawn, and what waits for a fact as if it came at the
 * worst moment.
 */
public final class FaultOutlook {
  private final String protocol;
  private final FaultBudget budget;
  private final List<NodeId> servers;
  private final List<Hold> holds;
  private final List<String> warnings = new ArrayList<>();

  private FaultOutlook(RunSettings settings, String protocol, FaultBudget budget) {
    this.protocol = protocol;
    this.budget = budget;
    this.servers = settings.nodes();
    this.holds = Hold.of(settings);
  }

  /**
   * What the faults can do beyond the budget, a sentence each.
   *
   * @param protocol its name, for the sentences
   * @return empty when the protocol tolerates everything
   */
  public static List<String> warnings(RunSettings settings, String protocol, FaultBudget budget) {
    FaultOutlook outlook = new FaultOutlook(settings, protocol, budget);
    outlook.look();
    return List.copyOf(outlook.warnings);
  }

  private void look() {
    lookAtStops();
    lookAtWipes();
    if (!budget.anyClock()) {
      first(effect -> effect instanceof Effect.ClockDrift || effect instanceof Effect.ClockJump)
          .ifPresent(hold -> warn("change clocks" + at(hold.from()) + " relies on them"));
    }
    if (!budget.diskDamage()) {
      first(Effect.CorruptDisk.class::isInstance)
          .ifPresent(
              hold -> warn("damage what disks hold" + at(hold.from()) + " does not tolerate that"));
    }
  }

  private void warn(String what) {
    warnings.add("the faults can " + what);
  }

  private String at(long time) {
    String text = Durations.format(time).replaceFirst("([a-z]+)$", " $1");
    return " at " + text + "; " + protocol;
  }

  private Optional<Hold> first(Predicate<Effect> wanted) {
    return holds.stream().filter(hold -> wanted.test(hold.effect())).findFirst();
  }

  // Servers that are down, paused or cut off at the same time.

  private void lookAtStops() {
    int most = 0;
    long when = 0;
    List<Hold> active = new ArrayList<>();
    for (Hold begun : holds) {
      active.removeIf(hold -> !hold.covers(begun.from()));
      active.add(begun);
      int stopped = stopped(active);
      if (stopped > most) {
        most = stopped;
        when = begun.from();
      }
    }
    if (most > budget.stopped()) {
      warn(
          "stop "
              + most
              + " of "
              + servers.size()
              + " nodes"
              + at(when)
              + " tolerates "
              + budget.stopped());
    }
  }

  private int stopped(List<Hold> active) {
    Reach reach = new Reach(servers);
    int drawn = 0;
    for (Hold hold : active) {
      drawn += stop(hold.effect(), reach);
    }
    return Math.min(servers.size(), reach.out() + drawn);
  }

  /** Stops the servers that an effect names; of those that it draws it gives the number. */
  private int stop(Effect effect, Reach reach) {
    return switch (effect) {
      case Effect.Partition(Cut cut) -> cut(cut, reach);
      case Effect.Crash crash -> stop(crash.target(), reach);
      case Effect.Pause pause -> stop(pause.target(), reach);
      // A sync that fails stops its node.
      case Effect.FailSyncs fail -> stop(fail.target(), reach);
      case Effect.FullDisk full -> stop(full.target(), reach);
      case Effect.Clog clog -> 0;
      case Effect.Slow slow -> 0;
      case Effect.SlowDisk slow -> 0;
      case Effect.CorruptDisk corrupt -> 0;
      case Effect.ClockDrift drift -> 0;
      case Effect.ClockJump jump -> 0;
      case Effect.Noise noise -> 0;
      case Effect.MessageFault fault -> 0;
    };
  }

  private int stop(Target target, Reach reach) {
    if (target instanceof Target.Named(List<NodeId> nodes)) {
      reach.stop(nodes);
      return 0;
    }
    return count(target);
  }

  private int cut(Cut cut, Reach reach) {
    return switch (cut) {
      case Cut.Isolate(Target target) when isDrawn(target) -> count(target);
      case Cut.Split(Target target) when isDrawn(target) ->
          Math.min(count(target), servers.size() - count(target));
      // The node that is the bridge hears all the others.
      case Cut.Bridge(Target over) when isDrawn(over) -> 0;
      case Cut.Groups groups -> named(groups, reach);
      case Cut.OneWay oneWay -> named(oneWay, reach);
      case Cut.Links links -> named(links, reach);
      case Cut.Ring ring -> named(ring, reach);
      case Cut.Isolate isolate -> named(isolate, reach);
      case Cut.Split split -> named(split, reach);
      case Cut.Bridge bridge -> named(bridge, reach);
    };
  }

  private static int named(Cut cut, Reach reach) {
    reach.cut(cut);
    return 0;
  }

  private static boolean isDrawn(Target target) {
    return !(target instanceof Target.Named);
  }

  private int count(Target target) {
    return Toll.count(target, servers.size());
  }

  // Disks that are lost over the whole run.

  private void lookAtWipes() {
    Toll toll = new Toll(servers.size());
    for (Hold hold : holds) {
      if (hold.effect() instanceof Effect.Crash crash && crash.wipe()) {
        toll.add(crash.target(), hold.repeats());
      }
    }
    int wiped = toll.total();
    if (wiped > budget.wiped()) {
      warn(
          "wipe "
              + wiped
              + " of "
              + servers.size()
              + " disks; "
              + protocol
              + " tolerates "
              + budget.wiped());
    }
  }
}
