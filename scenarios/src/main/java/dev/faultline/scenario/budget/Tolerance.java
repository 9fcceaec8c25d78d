package dev.faultline.scenario.budget;

import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.FaultAction;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.RunSettings;
import dev.faultline.values.Drift;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a system keeps its promises in a scenario, by the fault budget of its protocol: a
 * violation then is a bug. Service may stop for a while. So any number of servers may be down,
 * paused or cut off, as long as no more than the budget stay down for good; disks may lose what was
 * not synced, and the network anything. Wiped disks, damage to what was synced, damage that nobody
 * notices, and wrong clocks are tolerated as the budget says.
 */
public final class Tolerance {
  private final RunSettings settings;
  private final FaultBudget budget;
  private final List<Hold> holds;

  private Tolerance(RunSettings settings, FaultBudget budget) {
    this.settings = settings;
    this.budget = budget;
    this.holds = Hold.of(settings);
  }

  /** Is a violation in a run of this scenario a bug? */
  public static boolean permits(Scenario scenario, Protocols protocols) {
    PreparedRun run = scenario.prepare(protocols);
    return new Tolerance(run.settings(), run.deployment().budget()).isKept();
  }

  private boolean isKept() {
    return wiped() <= budget.wiped()
        && downForGood() <= budget.stopped()
        && (budget.anyClock() || clocksRunTrue())
        && (budget.diskDamage() || disksKeepWhatTheySync())
        && (settings.network().checksums() || nothingIsCorrupted());
  }

  private int wiped() {
    Toll toll = new Toll(settings.nodes().size());
    for (Hold hold : holds) {
      if (hold.effect() instanceof Effect.Crash crash && crash.wipe()) {
        toll.add(crash.target(), hold.repeats());
      }
    }
    return toll.total();
  }

  private int downForGood() {
    Toll toll = new Toll(settings.nodes().size());
    for (FaultAction action : settings.actions()) {
      if (action.effect() instanceof Effect.Crash crash && action.lasts().isEmpty()) {
        toll.add(crash.target(), false);
      }
    }
    return toll.total();
  }

  private boolean clocksRunTrue() {
    return settings.clock().drift().equals(Drift.NONE)
        && settings.clock().offset().isZero()
        && none(
            effect -> effect instanceof Effect.ClockDrift || effect instanceof Effect.ClockJump);
  }

  private boolean disksKeepWhatTheySync() {
    return settings.disk().checksums() && none(Effect.CorruptDisk.class::isInstance);
  }

  private boolean nothingIsCorrupted() {
    return settings.network().link().corrupt().isNone()
        && settings.network().classes().stream()
            .allMatch(link -> link.settings().corrupt().isNone())
        && none(Tolerance::corrupts);
  }

  private static boolean corrupts(Effect effect) {
    return (effect instanceof Effect.Noise noise && noise.corrupt().isPresent())
        || (effect instanceof Effect.MessageFault fault && fault.fate() instanceof Fate.Corrupt);
  }

  private boolean none(Predicate<Effect> unwanted) {
    return holds.stream().map(Hold::effect).noneMatch(unwanted);
  }
}
