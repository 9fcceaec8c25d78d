package dev.faultline.campaign.swarm;

import dev.faultline.scenario.FuzzSection;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.FaultBudget;
import java.util.Arrays;
import java.util.List;

/**
 * Draws for each seed another scenario about the same system: its size and settings, the network,
 * the disks, the clocks, what clients do, and which faults there are at all. The section {@code
 * fuzz} of a scenario says what may be drawn; what it leaves open is drawn from what is usual for
 * the protocol. Faults stay within what the protocol tolerates, so that a violation is a bug.
 *
 * <p>It holds no state: threads may share it.
 */
public final class Swarm {
  private final Protocols protocols;
  private final boolean beyondBudget;

  /** Scenarios name these protocols. */
  public Swarm(Protocols protocols) {
    this(protocols, false);
  }

  private Swarm(Protocols protocols, boolean beyondBudget) {
    this.protocols = protocols;
    this.beyondBudget = beyondBudget;
  }

  /**
   * The same, with faults that stop more servers for good than the protocol tolerates. Service may
   * then end, so progress after the faults is not judged; every promise about safety still is.
   */
  public Swarm beyondBudget() {
    return new Swarm(protocols, true);
  }

  /**
   * The kinds of fault which the section {@code fuzz} names and which are never drawn, because the
   * protocol tolerates none of them.
   */
  public List<String> neverDrawn(Scenario base) {
    List<String> named = base.fuzz().flatMap(FuzzSection::faults).orElse(List.of());
    FaultBudget budget = protocols.deploy(base.system()).budget();
    return Arrays.stream(FaultKind.values())
        .filter(kind -> named.contains(kind.word()) && !kind.isTolerated(budget))
        .map(FaultKind::word)
        .toList();
  }

  /**
   * The scenario of a seed: concrete, without a section {@code fuzz}, and the same for the same
   * arguments.
   *
   * @param base says what may be drawn, and what stays as it is
   */
  public Scenario draw(Scenario base, long seed) {
    return new Drawing(protocols, beyondBudget, base, Luck.of(seed)).scenario(seed);
  }
}
