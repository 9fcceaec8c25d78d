package dev.faultline.protocols.raft.invariants;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.Appended;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Truncated;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry committed in a term is in the logs of the leaders of all later terms (paper, figure 3,
 * "Leader Completeness"). An entry is committed in the term of the leader that counted its
 * replicas.
 *
 * <p>All logs together are kept as one tree, in which every entry points to the one before it; a
 * server's log is the path from its last entry.
 */
public final class LeaderCompleteness implements Invariant {
  private final ByPlace<Place> places = new ByPlace<>();
  private final Map<NodeId, Place> ends = new HashMap<>();
  private final TreeMap<Long, Elected> leaders = new TreeMap<>();
  private final TreeMap<Long, Commit> commits = new TreeMap<>();

  private record Place(long index, long term, @Nullable Place previous) {
    private boolean isOnPathFrom(@Nullable Place end) {
      return before(end, index + 1) == this;
    }
  }

  private record Elected(@Nullable Place end, Sighting sighting) {}

  private record Commit(Place place, Sighting sighting) {}

  @Override
  public String name() {
    return "raft/leader-completeness";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(
        Appended.class, Truncated.class, Recovered.class, Committed.class, BecameLeader.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    switch ((RaftFact) fact) {
      case Appended appended -> append(node, appended.index(), appended.term());
      case Truncated cut -> moveEnd(node, before(ends.get(node), cut.fromIndex()));
      case Recovered back -> moveEnd(node, places.get(back.lastIndex(), back.lastTerm()));
      case BecameLeader elected -> judgeLeader(elected, node, verdicts);
      case Committed committed when committed.counted() -> judgeCommit(committed, verdicts);
      default -> {}
    }
  }

  private void append(NodeId node, long index, long term) {
    Place place = places.get(index, term);
    if (place == null) {
      place = new Place(index, term, ends.get(node));
      places.put(index, term, place);
    }
    ends.put(node, place);
  }

  private void moveEnd(NodeId node, @Nullable Place end) {
    if (end == null) {
      ends.remove(node);
    } else {
      ends.put(node, end);
    }
  }

  private void judgeLeader(BecameLeader elected, NodeId node, Verdicts verdicts) {
    Elected leader = new Elected(ends.get(node), verdicts.sighting());
    leaders.put(elected.term(), leader);
    Commit furthest = null;
    for (Commit commit : commits.headMap(elected.term()).values()) {
      if (furthest == null || commit.place().index() > furthest.place().index()) {
        furthest = commit;
      }
    }
    if (furthest != null) {
      judge(furthest, leader, List.of(furthest.sighting(), leader.sighting()), verdicts);
    }
  }

  private void judgeCommit(Committed committed, Verdicts verdicts) {
    Place place = places.get(committed.index(), committed.entryTerm());
    if (place == null) {
      return;
    }
    Commit commit = new Commit(place, verdicts.sighting());
    commits.put(committed.term(), commit);
    for (Elected leader : leaders.tailMap(committed.term(), false).values()) {
      judge(commit, leader, List.of(leader.sighting(), commit.sighting()), verdicts);
    }
  }

  private static void judge(
      Commit commit, Elected leader, List<Sighting> evidence, Verdicts verdicts) {
    if (!commit.place().isOnPathFrom(leader.end())) {
      verdicts.violated(
          evidence,
          "entry %d of term %d was committed, and the later leader %s does not have it",
          commit.place().index(),
          commit.place().term(),
          leader.sighting().node());
    }
  }

  /** The last place of a log before an index; null when there is none. */
  private static @Nullable Place before(@Nullable Place end, long index) {
    Place place = end;
    while (place != null && place.index() >= index) {
      place = place.previous();
    }
    return place;
  }
}
