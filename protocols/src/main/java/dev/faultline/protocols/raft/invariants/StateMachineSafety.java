package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * No two servers apply different entries at the same index, and each applies them in order, from
 * the first, in every life (paper, figure 3, "State Machine Safety", and section 5.4.3).
 */
public final class StateMachineSafety implements Invariant {
  private final List<Sighting> first = new ArrayList<>();

  @Override
  public String name() {
    return "raft/state-machine-safety";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Applied.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    if (fact instanceof Applied applied) {
      if (applied.index() <= first.size()) {
        compare(first.get((int) applied.index() - 1), applied, node, verdicts);
      } else {
        add(applied, node, verdicts);
      }
    }
  }

  private static void compare(Sighting before, Applied applied, NodeId node, Verdicts verdicts) {
    if (!before.fact().equals(applied)) {
      verdicts.violated(
          List.of(before, verdicts.sighting()),
          "%s and %s applied different entries at %d",
          before.node(),
          node,
          applied.index());
    }
  }

  private void add(Applied applied, NodeId node, Verdicts verdicts) {
    if (applied.index() != first.size() + 1) {
      verdicts.violated(
          List.of(verdicts.sighting()),
          "%s applied entry %d before anyone applied entry %d",
          node,
          applied.index(),
          first.size() + 1);
      return;
    }
    first.add(verdicts.sighting());
  }
}
