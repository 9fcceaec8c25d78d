package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.Command.Write;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.Acknowledged;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client was told to have taken effect is committed, and is what the servers apply (paper,
 * section 5.3: "once a leader has created a log entry and it is committed, it returns the result").
 */
public final class AcknowledgedIsCommitted implements Invariant {
  private final List<Sighting> applied = new ArrayList<>();
  private long highestCommitted;

  @Override
  public String name() {
    return "raft/acknowledged-committed";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Applied.class, Committed.class, Acknowledged.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    switch ((RaftFact) fact) {
      case Committed committed when committed.counted() ->
          highestCommitted = Math.max(highestCommitted, committed.index());
      case Applied entry when entry.index() == applied.size() + 1 ->
          applied.add(verdicts.sighting());
      case Acknowledged acknowledged -> judge(acknowledged, node, verdicts);
      default -> {}
    }
  }

  private void judge(Acknowledged acknowledged, NodeId node, Verdicts verdicts) {
    long index = acknowledged.index();
    if (index > highestCommitted || index > applied.size()) {
      verdicts.violated(
          List.of(verdicts.sighting()),
          "%s acknowledged %s's command %d at %d, and commits reach only to %d",
          node,
          acknowledged.session().client(),
          acknowledged.sequence(),
          index,
          Math.min(highestCommitted, applied.size()));
      return;
    }
    Sighting entry = applied.get((int) index - 1);
    if (!isCommandOf(entry, acknowledged)) {
      verdicts.violated(
          List.of(entry, verdicts.sighting()),
          "%s acknowledged %s's command %d at %d, where another was applied",
          node,
          acknowledged.session().client(),
          acknowledged.sequence(),
          index);
    }
  }

  private static boolean isCommandOf(Sighting entry, Acknowledged acknowledged) {
    return entry.fact() instanceof Applied applied
        && applied.command() instanceof Write write
        && write.session().equals(acknowledged.session())
        && write.sequence() == acknowledged.sequence();
  }
}
