package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact.Appended;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;

/**
 * If two logs contain an entry with the same index and term, they are identical up to there (paper,
 * figure 3, "Log Matching"). It is enough that any two entries of the same index and term hold the
 * same command and follow entries of the same term: the rest is induction.
 */
public final class LogMatching implements Invariant {
  private final ByPlace<Sighting> first = new ByPlace<>();

  @Override
  public String name() {
    return "raft/log-matching";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Appended.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    if (fact instanceof Appended appended) {
      Sighting before = first.get(appended.index(), appended.term());
      if (before == null) {
        first.put(appended.index(), appended.term(), verdicts.sighting());
      } else if (!before.fact().equals(appended)) {
        verdicts.violated(
            List.of(before, verdicts.sighting()),
            "the logs of %s and %s differ at or before entry %d of term %d, which both hold",
            before.node(),
            node,
            appended.index(),
            appended.term());
      }
    }
  }
}
