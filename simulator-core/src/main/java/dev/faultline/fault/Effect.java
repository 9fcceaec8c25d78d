package dev.faultline.fault;

import dev.faultline.network.BurstLoss;
import dev.faultline.random.Distribution;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a fault does while it lasts. The end of the action undoes it. */
public sealed interface Effect {
  /** Is this whom it hits? An effect that names links, or nobody, is aimed at no target. */
  default boolean isAimedAt(Target target) {
    return Aim.target(this).filter(target::equals).isPresent();
  }

  /** Whom it hits; empty for one that names links, or needs nobody. */
  default Optional<Target> aim() {
    return Aim.target(this);
  }

  /** The same effect with another target, if it has one. */
  default Effect aimedAt(Target other) {
    return Aim.at(this, other);
  }

  /** Cuts links: messages that would be delivered over them are lost. */
  record Partition(Cut cut) implements Effect {}

  /** Holds messages between nodes back and releases them in order at the end. */
  record Clog(List<NodeId> from, List<NodeId> to) implements Effect {
    public Clog {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Stops nodes; at the end they start again.
   *
   * @param wipe do they lose their disks too?
   */
  record Crash(Target target, boolean wipe) implements Effect {}

  /** Freezes nodes: nothing runs, their monotonic time goes on; at the end everything due runs. */
  record Pause(Target target) implements Effect {}

  /**
   * Makes nodes slow.
   *
   * @param factor multiplies service and sync times, at least 1
   * @param by added to each handler
   */
  record Slow(Target target, double factor, Duration by) implements Effect {
    public Slow {
      if (!(factor >= 1 && factor <= 1e6)) {
        throw new IllegalArgumentException("factor is at least 1, got " + factor);
      }
      Require.notNegative("by", by);
    }
  }

  /**
   * Makes disks slow.
   *
   * @param factor multiplies sync times, at least 1
   */
  record SlowDisk(Target target, double factor) implements Effect {
    public SlowDisk {
      if (!(factor >= 1 && factor <= 1e6)) {
        throw new IllegalArgumentException("factor is at least 1, got " + factor);
      }
    }
  }

  /** Every sync that completes while it lasts fails. */
  record FailSyncs(Target target) implements Effect {}

  /** The disk takes no more bytes: syncs that cover a write made while it lasts fail. */
  record FullDisk(Target target) implements Effect {}

  /** Durable records rot: some of them, drawn, are damaged. */
  record CorruptDisk(Target target, Share share) implements Effect {}

  /** Changes the speed of clocks. */
  record ClockDrift(Target target, Drift drift) implements Effect {}

  /** Moves wall clocks, forward or back; the end moves them back again. */
  record ClockJump(Target target, Duration by) implements Effect {}

  /** Makes links worse: what is given replaces the links' own settings. */
  record Noise(
      List<NodeId> from,
      List<NodeId> to,
      Optional<Distribution> latency,
      Optional<Share> loss,
      Optional<Share> duplicate,
      Optional<Share> corrupt,
      Optional<BurstLoss> burst)
      implements Effect {
    public Noise {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Decides the fate of single messages when they are sent.
   *
   * @param fate what happens to them
   * @param from only messages of these senders; empty for all
   * @param to only messages to these receivers; empty for all
   * @param message only messages of this type, by the simple name of its class; empty for all
   * @param count so many messages, then no more; at least 1
   */
  record MessageFault(
      Fate fate, List<NodeId> from, List<NodeId> to, Optional<String> message, int count)
      implements Effect {
    public MessageFault {
      from = List.copyOf(from);
      to = List.copyOf(to);
      Require.positive("count", count);
    }
  }

  /** What a message fault does to a message. */
  sealed interface Fate {
    /** It is lost. */
    record Drop() implements Fate {}

    /** It travels so much longer. */
    record Delay(Duration by) implements Fate {
      public Delay {
        Require.notNegative("delay", by);
      }
    }

    /** It is delivered twice; the copy so much later. */
    record Duplicate(Duration after) implements Fate {
      public Duplicate {
        Require.notNegative("after", after);
      }
    }

    /** One of its components is altered. */
    record Corrupt() implements Fate {}
  }
}
