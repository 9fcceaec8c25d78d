package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.BecameCandidate;
import dev.faultline.protocols.raft.RaftFact.BecameFollower;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Voted;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server's term never goes back (paper, figure 2, "increases monotonically"). A crash may undo a
 * term that the server had only just entered, but none in which it has voted or led.
 */
public final class TermGrows implements Invariant {
  private final Map<NodeId, Terms> servers = new HashMap<>();

  private static final class Terms {
    private long current;
    private @Nullable Sighting currentSeen;
    private long durable;
    private @Nullable Sighting durableSeen;
  }

  @Override
  public String name() {
    return "raft/term-grows";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(
        BecameFollower.class,
        BecameCandidate.class,
        BecameLeader.class,
        Voted.class,
        Recovered.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    Terms terms = servers.computeIfAbsent(node, name -> new Terms());
    switch ((RaftFact) fact) {
      case BecameFollower following -> enter(terms, following.term(), node, verdicts);
      case BecameCandidate running -> enter(terms, running.term(), node, verdicts);
      case BecameLeader leading -> {
        enter(terms, leading.term(), node, verdicts);
        rely(terms, leading.term(), verdicts);
      }
      case Voted voted -> rely(terms, voted.term(), verdicts);
      case Recovered recovered -> recover(terms, recovered.term(), node, verdicts);
      default -> {}
    }
  }

  private static void enter(Terms terms, long term, NodeId node, Verdicts verdicts) {
    if (term < terms.current) {
      shrank(terms.current, terms.currentSeen, term, node, verdicts);
    }
    terms.current = term;
    terms.currentSeen = verdicts.sighting();
  }

  private static void rely(Terms terms, long term, Verdicts verdicts) {
    if (term > terms.durable) {
      terms.durable = term;
      terms.durableSeen = verdicts.sighting();
    }
  }

  private static void recover(Terms terms, long term, NodeId node, Verdicts verdicts) {
    if (term < terms.durable) {
      shrank(terms.durable, terms.durableSeen, term, node, verdicts);
    }
    terms.current = term;
    terms.currentSeen = verdicts.sighting();
  }

  private static void shrank(
      long from, @Nullable Sighting seen, long to, NodeId node, Verdicts verdicts) {
    List<Sighting> evidence =
        seen == null ? List.of(verdicts.sighting()) : List.of(seen, verdicts.sighting());
    verdicts.violated(evidence, "the term of %s went back from %d to %d", node, from, to);
  }
}
