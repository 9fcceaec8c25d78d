package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No two servers apply different entries at the same index, and in each life a server applies every
 * entry once, in order, from the first (paper, figure 3, "State Machine Safety", and section 5.3).
 */
public final class StateMachineSafety implements Invariant {
  private final List<Sighting> first = new ArrayList<>();
  private final Map<NodeId, Life> lives = new HashMap<>();

  private static final class Life {
    private long lastApplied;
  }

  @Override
  public String name() {
    return "raft/state-machine-safety";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Applied.class, Recovered.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    switch ((RaftFact) fact) {
      case Applied applied -> judge(applied, node, verdicts);
      case Recovered recovered -> lives.remove(node);
      default -> {}
    }
  }

  private void judge(Applied applied, NodeId node, Verdicts verdicts) {
    Life life = lives.computeIfAbsent(node, absent -> new Life());
    long last = life.lastApplied;
    life.lastApplied = applied.index();
    if (applied.index() != last + 1) {
      verdicts.violated(
          List.of(verdicts.sighting()),
          "%s applied entry %d after entry %d",
          node,
          applied.index(),
          last);
    } else if (applied.index() == first.size() + 1) {
      first.add(verdicts.sighting());
    } else if (applied.index() <= first.size()) {
      compare(first.get((int) last), applied, node, verdicts);
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
}
