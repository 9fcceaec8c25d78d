package dev.faultline.campaign.swarm;

import dev.faultline.scenario.FuzzSection.Kept;
import dev.faultline.scenario.Scenario;
import java.util.List;

/**
 * Which parts of a scenario stay as they are: those that it says, and what they refer to. Faults
 * name servers, clients and times; so do links and operations.
 */
record Keeping(Scenario base, List<Kept> said) {
  Keeping {
    said = List.copyOf(said);
  }

  static Keeping of(Scenario base) {
    return new Keeping(base, base.fuzz().map(fuzz -> fuzz.keep()).orElse(List.of()));
  }

  boolean says(Kept section) {
    return said.contains(section);
  }

  boolean nodes() {
    return says(Kept.SYSTEM) || says(Kept.FAULTS) || links();
  }

  boolean clients() {
    return base.workload().isPresent() && (says(Kept.FAULTS) || links());
  }

  boolean duration() {
    return says(Kept.FAULTS) || (says(Kept.WORKLOAD) && !base.operations().isEmpty());
  }

  private boolean links() {
    return says(Kept.NETWORK) && !base.network().links().isEmpty();
  }
}
