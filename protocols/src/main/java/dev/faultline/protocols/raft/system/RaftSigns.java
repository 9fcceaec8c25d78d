package dev.faultline.protocols.raft.system;

import dev.faultline.check.Sometimes;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Truncated;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.function.Predicate;

/** The situations of the paper that a campaign should reach. */
final class RaftSigns {
  private RaftSigns() {}

  /** Fresh ones, for one run. */
  static List<Sometimes> all() {
    return List.of(
        new Sign<>("raft/leader-elected", true, BecameLeader.class, fact -> true),
        new Sign<>("raft/leader-replaced", false, BecameLeader.class, new LaterTerm()),
        new Sign<>("raft/entries-removed", false, Truncated.class, fact -> true),
        new Sign<>("raft/log-recovered", false, Recovered.class, fact -> fact.lastIndex() > 0));
  }

  /** A fact of one kind that meets a condition. */
  private record Sign<F extends RaftFact>(
      String name, boolean required, Class<F> kind, Predicate<F> condition) implements Sometimes {
    @Override
    public List<Class<? extends Fact>> observes() {
      return List.of(kind);
    }

    @Override
    public boolean happens(Fact fact, NodeId node) {
      return condition.test(kind.cast(fact));
    }
  }

  /** A leader after the first. */
  private static final class LaterTerm implements Predicate<BecameLeader> {
    private boolean led;

    @Override
    public boolean test(BecameLeader leader) {
      boolean later = led;
      led = true;
      return later;
    }
  }
}
