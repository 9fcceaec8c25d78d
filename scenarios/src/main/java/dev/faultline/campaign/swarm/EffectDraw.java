package dev.faultline.campaign.swarm;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.Target;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws what a fault does. */
final class EffectDraw {
  private final Scene scene;
  private final WorldDraw world;
  private final Usual usual;

  /** Is there a server that reported what the fault waits for? */
  private final boolean reported;

  EffectDraw(Scene scene, WorldDraw world, Usual usual, boolean reported) {
    this.scene = scene;
    this.world = world;
    this.usual = usual;
    this.reported = reported;
  }

  Effect draw(FaultKind kind, Luck luck) {
    return switch (kind) {
      case PARTITION -> new Effect.Partition(cut(luck));
      case CLOG -> new Effect.Clog(some(luck.at("from")), some(luck.at("to")));
      case NETWORK -> noise(luck);
      case CRASH -> new Effect.Crash(target(luck), false);
      case WIPE -> new Effect.Crash(target(luck), true);
      case PAUSE -> new Effect.Pause(target(luck));
      case SLOW ->
          new Effect.Slow(target(luck), factor(luck.at("factor")), usual.drawn(1e-4, 0.3, luck));
      case DISK -> disk(luck);
      case CLOCK -> clock(luck);
      case DROP -> messages(new Fate.Drop(), luck);
      case DELAY -> messages(new Fate.Delay(usual.drawn(1e-3, 10, luck.at("by"))), luck);
      case DUPLICATE -> messages(new Fate.Duplicate(usual.drawn(1e-3, 10, luck.at("after"))), luck);
      case CORRUPT -> messages(new Fate.Corrupt(), luck);
    };
  }

  // Whom it hits.

  private Target target(Luck luck) {
    if (reported && luck.at("reporter").chance(0.7)) {
      return new Target.Reporter();
    }
    List<Target> targets = new ArrayList<>();
    targets.add(new Target.RandomNodes(1));
    targets.add(new Target.Named(List.of(luck.at("server").pick(scene.servers()))));
    targets.add(new Target.All());
    if (scene.servers().size() > 1) {
      targets.add(new Target.RandomNodes(1));
      targets.add(new Target.Leader());
      targets.add(new Target.Leader());
      targets.add(new Target.Follower());
      targets.add(new Target.Majority());
    }
    if (scene.servers().size() > 2) {
      targets.add(new Target.Minority());
      targets.add(new Target.RandomNodes(2));
    }
    return luck.at("target").pick(targets);
  }

  private Target one(Luck luck) {
    Target any = reported ? new Target.Reporter() : new Target.RandomNodes(1);
    return luck.at("one")
        .pick(List.of(any, new Target.Leader(), new Target.Leader(), new Target.Follower()));
  }

  /** One or two servers. */
  private List<NodeId> some(Luck luck) {
    NodeId first = luck.at("first").pick(scene.servers());
    NodeId second = luck.at("second").pick(scene.servers());
    boolean two = luck.at("two").chance(0.3) && !first.equals(second);
    return two ? List.of(first, second) : List.of(first);
  }

  private List<NodeId> someOrAny(Luck luck) {
    return luck.at("any").chance(0.5) ? List.of() : some(luck);
  }

  // Links.

  private Cut cut(Luck luck) {
    if (scene.servers().size() == 1) {
      return groups(luck);
    }
    return switch (luck.at("shape").whole(0, 9)) {
      case 0, 1, 2 -> new Cut.Isolate(one(luck));
      case 3 -> new Cut.Isolate(target(luck));
      case 4 -> new Cut.Split(target(luck));
      case 5 -> new Cut.Bridge(one(luck));
      case 6 -> new Cut.Ring();
      case 7 -> new Cut.OneWay(some(luck.at("from")), some(luck.at("to")));
      default -> groups(luck);
    };
  }

  /** Servers and clients on two sides; some stay connected to everyone. */
  private Cut groups(Luck luck) {
    List<List<NodeId>> sides = List.of(new ArrayList<>(), new ArrayList<>());
    List<NodeId> all = new ArrayList<>(scene.servers());
    all.addAll(scene.clients());
    for (NodeId node : all) {
      int side = luck.at(node.name()).pick(List.of(0, 0, 1, 1, 2));
      if (side < sides.size()) {
        sides.get(side).add(node);
      }
    }
    boolean apart = sides.stream().noneMatch(List::isEmpty);
    return apart
        ? new Cut.Groups(sides)
        : new Cut.Groups(List.of(List.of(all.getFirst()), List.of(all.getLast())));
  }

  private Effect noise(Luck luck) {
    Luck tail = luck.at("tail");
    boolean slower = luck.at("slower").chance(0.5);
    boolean bursts = luck.at("bursts").chance(0.3);
    boolean doubling = luck.at("doubling").chance(0.3);
    boolean losing = luck.at("losing").chance(0.5) || !(slower || bursts || doubling);
    return new Effect.Noise(
        someOrAny(luck.at("from")),
        someOrAny(luck.at("to")),
        given(slower, () -> Shapes.around(usual.drawn(0.01, 2, luck.at("latency")), tail)),
        given(losing, () -> share(luck.at("loss"))),
        given(doubling, () -> share(luck.at("duplicate"))),
        Optional.empty(),
        given(bursts, () -> world.bursts(luck.at("burst"))));
  }

  private static <T> Optional<T> given(boolean present, Supplier<T> value) {
    return present ? Optional.of(value.get()) : Optional.empty();
  }

  private static Share share(Luck luck) {
    return luck.pick(List.of(new Share(0.05), new Share(0.2), new Share(0.5), new Share(0.9)));
  }

  // Servers.

  private Effect disk(Luck luck) {
    Target target = target(luck);
    int kinds = scene.budget().diskDamage() ? 4 : 3;
    return switch (luck.at("disk").whole(1, kinds)) {
      case 1 -> new Effect.SlowDisk(target, factor(luck.at("factor")));
      case 2 -> new Effect.FailSyncs(target);
      case 3 -> new Effect.FullDisk(target);
      default -> new Effect.CorruptDisk(target, share(luck.at("share")));
    };
  }

  private Effect clock(Luck luck) {
    Target target = target(luck);
    boolean back = luck.at("back").chance(0.5);
    if (luck.at("jump").chance(0.5)) {
      Duration by = usual.drawn(0.01, 1000, luck.at("by"));
      return new Effect.ClockJump(target, back ? by.negated() : by);
    }
    long drift = (long) Spread.rounded(luck.at("drift").magnitude(1e6, 8e8));
    return new Effect.ClockDrift(target, new Drift(back ? -drift : drift));
  }

  private static double factor(Luck luck) {
    return Spread.rounded(luck.magnitude(2, 1000));
  }

  // Single messages.

  private Effect messages(Fate fate, Luck luck) {
    boolean anyMessage = scene.messages().isEmpty() || luck.at("anyMessage").chance(0.2);
    return new Effect.MessageFault(
        fate,
        someOrAny(luck.at("from")),
        someOrAny(luck.at("to")),
        given(!anyMessage, () -> luck.at("message").pick(scene.messages())),
        (int) luck.at("count").magnitude(1, 300));
  }
}
