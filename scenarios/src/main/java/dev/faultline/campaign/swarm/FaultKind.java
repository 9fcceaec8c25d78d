package dev.faultline.campaign.swarm;

import dev.faultline.simulation.FaultBudget;
import java.util.Locale;

/** A kind of fault that the swarm draws; named like the key of its effect in a scenario. */
enum FaultKind {
  PARTITION,
  CLOG,
  NETWORK,
  CRASH,
  WIPE,
  PAUSE,
  SLOW,
  DISK,
  CLOCK,
  DROP,
  DELAY,
  DUPLICATE,
  CORRUPT;

  /** The key of its effect. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The chance that it is over before anybody notices: a hiccup, a lost packet. A restart that
   * nobody notices is what shows that a server forgets.
   */
  double brief() {
    return this == CRASH ? 0.7 : 0.4;
  }

  /** Does a system of this budget tolerate some faults of the kind? */
  boolean isTolerated(FaultBudget budget) {
    return switch (this) {
      case WIPE -> budget.wiped() > 0;
      case CLOCK -> budget.anyClock();
      case PARTITION, CLOG, NETWORK, CRASH, PAUSE, SLOW, DISK, DROP, DELAY, DUPLICATE, CORRUPT ->
          true;
    };
  }
}
