package dev.faultline.campaign.shrink;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.Target;
import dev.faultline.random.KeyedRandom;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.Leadership;
import dev.faultline.trace.TraceEntry.Reported;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ties the faults of a recorded run to what they followed: to a fact rather than a time, to the
 * leader rather than a server. Tied so, they can strike in the same situation of another run.
 */
final class Anchors {
  private final Chronicle chronicle;
  private final List<Reported> facts;

  /**
   * @param chronicle of the recorded run
   */
  Anchors(Chronicle chronicle) {
    this.chronicle = chronicle;
    this.facts = chronicle.facts();
  }

  /** What a fault is tied to. */
  enum Tie {
    /** The last fact of the servers that it hits. */
    OWN_FACT,
    /** The last fact of anybody. */
    ANY_FACT,
    /** The last time that somebody came to lead. */
    LEADERSHIP,
    /** The next work of the disk of a server that it hits. */
    SYNC
  }

  /**
   * A fault that follows a fact.
   *
   * @param begin facts before this moment do not count, virtual nanoseconds
   * @return the same fault when it has no time, or follows nothing
   */
  FaultAction tied(FaultAction action, Tie tie, long begin) {
    if (!(action.anchor() instanceof Anchor.At(Duration time))) {
      return action;
    }
    if (tie == Tie.SYNC) {
      return atSync(action, begin, time.toNanos());
    }
    return last(wanted(action.effect(), tie), begin, time.toNanos())
        .map(fact ->
            new FaultAction(
                action.id(), after(fact, begin, time.toNanos()), action.lasts(), action.effect()))
        .orElse(action);
  }

  private Predicate<Reported> wanted(Effect effect, Tie tie) {
    return switch (tie) {
      case OWN_FACT -> fact -> Parts.hit(effect).contains(fact.node());
      case ANY_FACT -> fact -> true;
      case LEADERSHIP -> fact -> fact.fact() instanceof Leadership;
      case SYNC -> fact -> false;
    };
  }

  private FaultAction atSync(FaultAction action, long begin, long time) {
    List<NodeId> hit = Parts.hit(action.effect());
    if (hit.isEmpty()) {
      return action;
    }
    NodeId node = hit.getFirst();
    long earlier =
        chronicle.events().stream()
            .filter(event -> event.kind() == EventKind.SYNC && event.node().equals(node))
            .filter(event -> event.time() >= begin && event.time() < time)
            .count();
    Anchor anchor =
        new Anchor.OnDisk(Anchor.DiskPoint.BEFORE_SYNC, Optional.of(node), (int) earlier + 1);
    return new FaultAction(action.id(), anchor, action.lasts(), action.effect());
  }

  private Optional<Reported> last(Predicate<Reported> wanted, long begin, long end) {
    return facts.stream()
        .filter(fact -> fact.time() >= begin && fact.time() <= end && wanted.test(fact))
        .reduce((first, second) -> second);
  }

  private Anchor after(Reported fact, long begin, long time) {
    String kind = fact.fact().getClass().getSimpleName();
    long earlier =
        facts.stream()
            .takeWhile(other -> other != fact)
            .filter(other ->
                other.time() >= begin
                    && other.node().equals(fact.node())
                    && other.fact().getClass() == fact.fact().getClass())
            .count();
    return new Anchor.OnFact(
        kind, Optional.of(fact.node()), (int) earlier + 1, Duration.ofNanos(time - fact.time()));
  }

  /** The fault when what it follows happens as often as before, or less often. */
  static FaultAction atSomeOccurrence(FaultAction action, KeyedRandom random) {
    if (random.nextBoolean()) {
      return action;
    }
    Anchor anchor =
        switch (action.anchor()) {
          case Anchor.At at -> at;
          case Anchor.OnFact fact ->
              new Anchor.OnFact(
                  fact.fact(), fact.node(), 1 + random.nextInt(fact.nth()), fact.offset());
          case Anchor.OnDisk disk ->
              new Anchor.OnDisk(disk.point(), disk.node(), 1 + random.nextInt(disk.nth()));
        };
    return new FaultAction(action.id(), anchor, action.lasts(), action.effect());
  }

  /** The fault aimed at the leader, if it hits the server that came to lead last. */
  FaultAction aimed(FaultAction action) {
    Optional<NodeId> leader =
        last(fact -> fact.fact() instanceof Leadership, 0, Parts.time(action).toNanos())
            .map(Reported::node);
    boolean hits = leader.isPresent() && Parts.hit(action.effect()).equals(List.of(leader.get()));
    return hits
        ? new FaultAction(
            action.id(),
            action.anchor(),
            action.lasts(),
            action.effect().aimedAt(new Target.Leader()))
        : action;
  }
}
