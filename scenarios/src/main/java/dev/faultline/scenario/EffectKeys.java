package dev.faultline.scenario;

import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.ClockDrift;
import dev.faultline.fault.Effect.ClockJump;
import dev.faultline.fault.Effect.Clog;
import dev.faultline.fault.Effect.CorruptDisk;
import dev.faultline.fault.Effect.FailSyncs;
import dev.faultline.fault.Effect.FullDisk;
import dev.faultline.fault.Effect.Noise;
import dev.faultline.fault.Effect.SlowDisk;
import dev.faultline.fault.Target;
import dev.faultline.network.BurstLoss;
import dev.faultline.random.Distribution;
import dev.faultline.values.About;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys under each effect of a fault, as scenarios write them. */
final class EffectKeys {
  private EffectKeys() {}

  /** Under {@code crash}, {@code wipe} and {@code pause}. */
  record Hit(@About("Whom it hits.") Target target) {}

  /** Under {@code slow}. */
  record Slow(
      @About("Whom it hits.") Target target,
      @About("How many times as long serving and syncing take, such as 10x.") double factor,
      @About("What each handler takes on top.") Duration by) {
    Slow {
      if (factor == 1 && by.isZero()) {
        throw new IllegalArgumentException("expected a factor above 1x or a time by, got neither");
      }
    }

    static Slow of(Effect.Slow effect) {
      return new Slow(effect.target(), effect.factor(), effect.by());
    }

    Effect.Slow effect() {
      return new Effect.Slow(target, factor, by);
    }
  }

  /** Under {@code disk}: whom, and exactly one thing that goes wrong. */
  record Disk(
      @About("Whose disk it is.") Target target,
      @About("How many times as long syncs take, such as 20x.") Optional<Double> sync,
      @About("Every sync fails.") Optional<Boolean> fail,
      @About("The disk takes no more bytes.") Optional<Boolean> full,
      @About("Share of durable records that are damaged.") Optional<Share> corrupt) {
    Disk {
      exactlyOne("sync, fail, full or corrupt", sync, fail, full, corrupt);
    }

    static Disk of(Effect effect) {
      return switch (effect) {
        case SlowDisk slow -> disk(slow.target(), Optional.of(slow.factor()), false, false);
        case FailSyncs fail -> disk(fail.target(), Optional.empty(), true, false);
        case FullDisk full -> disk(full.target(), Optional.empty(), false, true);
        case CorruptDisk(Target target, Share share) ->
            new Disk(
                target, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(share));
        default -> throw new IllegalArgumentException("no disk fault: " + effect);
      };
    }

    private static Disk disk(Target target, Optional<Double> sync, boolean fail, boolean full) {
      return new Disk(target, sync, only(fail), only(full), Optional.empty());
    }

    Effect effect() {
      return sync.<Effect>map(factor -> new SlowDisk(target, factor))
          .or(() -> corrupt.map(share -> new CorruptDisk(target, share)))
          .orElseGet(() -> full.isPresent() ? new FullDisk(target) : new FailSyncs(target));
    }
  }

  /** Under {@code clock}: whom, and exactly one thing that goes wrong. */
  record Clock(
      @About("Whose clock it is.") Target target,
      @About("The new drift, such as 500ppm or -10%.") Optional<Drift> drift,
      @About("How far the wall clock jumps, such as 2s or -2s.") Optional<Duration> jump) {
    Clock {
      exactlyOne("drift or jump", drift, jump);
    }

    static Clock of(Effect effect) {
      return switch (effect) {
        case ClockDrift(Target target, Drift drift) ->
            new Clock(target, Optional.of(drift), Optional.empty());
        case ClockJump(Target target, Duration by) ->
            new Clock(target, Optional.empty(), Optional.of(by));
        default -> throw new IllegalArgumentException("no clock fault: " + effect);
      };
    }

    Effect effect() {
      return drift
          .<Effect>map(changed -> new ClockDrift(target, changed))
          .orElseGet(() -> new ClockJump(target, jump.orElseThrow()));
    }
  }

  /** Under {@code clog}. */
  record Held(
      @About("Whose messages are held back, one or a list.") List<NodeId> from,
      @About("For whom they are held back, one or a list.") List<NodeId> to) {
    static Held of(Clog effect) {
      return new Held(effect.from(), effect.to());
    }

    Clog effect() {
      return new Clog(from, to);
    }
  }

  /** Under {@code network}: which links, and at least one thing that replaces their own. */
  record Links(
      @About("The senders, one or a list; all when left out.") List<NodeId> from,
      @About("The receivers, one or a list; all when left out.") List<NodeId> to,
      @About("One-way travel time of a message.") Optional<Distribution> latency,
      @About("Share of messages lost.") Optional<Share> loss,
      @About("Share of messages delivered twice.") Optional<Share> duplicate,
      @About("Share of messages altered on the way.") Optional<Share> corrupt,
      @About("Loss in bursts, on top of the share of messages lost.") Optional<BurstLoss> burst) {
    Links {
      if (Stream.of(latency, loss, duplicate, corrupt, burst).allMatch(Optional::isEmpty)) {
        throw new IllegalArgumentException(
            "expected at least one of latency, loss, duplicate, corrupt or burst, got none");
      }
    }

    static Links of(Noise effect) {
      return new Links(
          effect.from(),
          effect.to(),
          effect.latency(),
          effect.loss(),
          effect.duplicate(),
          effect.corrupt(),
          effect.burst());
    }

    Noise effect() {
      return new Noise(from, to, latency, loss, duplicate, corrupt, burst);
    }
  }

  private static void exactlyOne(String names, Optional<?>... given) {
    long count = Stream.of(given).filter(Optional::isPresent).count();
    if (count != 1) {
      throw new IllegalArgumentException(
          "expected exactly one of " + names + ", got " + (count == 0 ? "none" : count));
    }
  }

  private static Optional<Boolean> only(boolean given) {
    return given ? Optional.of(true) : Optional.empty();
  }
}
