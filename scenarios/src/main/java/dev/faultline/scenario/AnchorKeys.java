package dev.faultline.scenario;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Anchor.DiskPoint;
import dev.faultline.fault.FaultRule.DiskReached;
import dev.faultline.fault.FaultRule.FactReported;
import dev.faultline.fault.FaultRule.Trigger;
import dev.faultline.values.About;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.Optional;

/** The keys under {@code on} and {@code each}, as scenarios write them. */
final class AnchorKeys {
  private AnchorKeys() {}

  /** When a fact is reported. */
  record OnFact(
      @About("The name of the fact, such as BecameLeader.") String fact,
      @About("Only when this server reports it.") Optional<NodeId> node,
      @About("The first, second, … time; from 1.") int nth,
      @About("So long afterwards.") Duration after) {
    static OnFact of(Anchor.OnFact anchor) {
      return new OnFact(anchor.fact(), anchor.node(), anchor.nth(), anchor.offset());
    }

    Anchor.OnFact anchor() {
      return new Anchor.OnFact(fact, node, nth, after);
    }
  }

  /** At a point of a disk's work. */
  record OnDisk(
      @About("Before a sync completes, or after it completed and before the server knows.")
          DiskPoint disk,
      @About("Only on this server.") Optional<NodeId> node,
      @About("The first, second, … time; from 1.") int nth) {
    static OnDisk of(Anchor.OnDisk anchor) {
      return new OnDisk(anchor.point(), anchor.node(), anchor.nth());
    }

    Anchor.OnDisk anchor() {
      return new Anchor.OnDisk(disk, node, nth);
    }
  }

  /** Each time a fact is reported. */
  record EachFact(
      @About("The name of the fact, such as BecameLeader.") String fact,
      @About("Only when this server reports it.") Optional<NodeId> node,
      @About("That it leads to the fault.") Share chance,
      @About("So long afterwards; a range is drawn each time.") DurationRange after) {
    static EachFact of(FactReported trigger, Share chance) {
      return new EachFact(trigger.fact(), trigger.node(), chance, trigger.after());
    }

    Occasion occasion() {
      return new Occasion(new FactReported(fact, node, after), chance);
    }
  }

  /** Each time a disk's work reaches a point. */
  record EachDisk(
      @About("Before a sync completes, or after it completed and before the server knows.")
          DiskPoint disk,
      @About("Only on this server.") Optional<NodeId> node,
      @About("That it leads to the fault.") Share chance) {
    static EachDisk of(DiskReached trigger, Share chance) {
      return new EachDisk(trigger.point(), trigger.node(), chance);
    }

    Occasion occasion() {
      return new Occasion(new DiskReached(disk, node), chance);
    }
  }

  /** What a rule acts on, and the chance that it does. */
  record Occasion(Trigger trigger, Share chance) {}
}
