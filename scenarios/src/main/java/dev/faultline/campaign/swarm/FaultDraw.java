package dev.faultline.campaign.swarm;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Anchor.DiskPoint;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.FaultRule.AtRandom;
import dev.faultline.fault.FaultRule.DiskReached;
import dev.faultline.fault.FaultRule.Each;
import dev.faultline.fault.FaultRule.Every;
import dev.faultline.fault.FaultRule.FactReported;
import dev.faultline.fault.FaultRule.Schedule;
import dev.faultline.fault.FaultRule.Trigger;
import dev.faultline.fault.Target;
import dev.faultline.scenario.Fault;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what goes wrong: which kinds of fault there are, and for each how often and how long. */
final class FaultDraw {
  /** The chance of each kind of fault to be there: some seeds are calm, some have nearly all. */
  private static final List<Double> MOODS = List.of(0.0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.5);

  /** How many faults there are of a kind that is there. */
  private static final List<Integer> COUNTS = List.of(1, 1, 2, 3);

  /** Some runs begin without faults, so that there is something to break. */
  private static final double QUIET = 0.6;

  /** From every 20 ms to rarer than once a run. */
  private static final double SHORTEST_WAIT = 2e7;

  private static final double SHORTEST = 1e6;
  private static final List<Integer> WIDTHS = List.of(1, 2, 10);

  private final Scene scene;
  private final Usual usual;
  private final WorldDraw world;

  FaultDraw(Scene scene, WorldDraw world, Usual usual) {
    this.scene = scene;
    this.usual = usual;
    this.world = world;
  }

  /**
   * Faults of some of these kinds.
   *
   * @param kinds in any order, which makes no difference to what is drawn for each
   */
  List<Fault> draw(List<FaultKind> kinds, Luck luck) {
    double mood = luck.at("mood").pick(MOODS);
    Duration from = luck.at("quiet").chance(QUIET) ? beginning(luck.at("from")) : Duration.ZERO;
    List<Fault> faults = new ArrayList<>();
    for (FaultKind kind : kinds) {
      Luck own = luck.at(kind.word());
      int count = own.at("present").chance(chance(kind, mood)) ? own.at("count").pick(COUNTS) : 0;
      for (int i = 1; i <= count; i++) {
        faults.add(fault(kind, kind.word() + "-" + i, from, own.at("fault", i)));
      }
    }
    return faults;
  }

  /** Long enough for a system to begin its work, and never most of the run. */
  private Duration beginning(Luck luck) {
    Duration half = scene.duration().dividedBy(2);
    Duration drawn = usual.drawn(2, 8, luck);
    return drawn.compareTo(half) < 0 ? drawn : half;
  }

  /** Servers that stop for good, as many as there may be. */
  List<Fault> stops(Luck luck) {
    List<Fault> stops = new ArrayList<>();
    int count = luck.at("count").pick(COUNTS);
    for (int i = 1; i <= count; i++) {
      Luck own = luck.at("stop", i);
      Target target =
          own.at("target")
              .pick(
                  List.of(
                      new Target.Majority(),
                      new Target.Minority(),
                      new Target.All(),
                      new Target.Leader()));
      Anchor anchor = new Anchor.At(moment(own.at("at")));
      stops.add(
          new Fault.Once(
              new FaultAction(
                  "stop-" + i, anchor, Optional.empty(), new Effect.Crash(target, false))));
    }
    return stops;
  }

  /**
   * Crashes and partitions make histories that everything else can add to: they come more often.
   */
  private static double chance(FaultKind kind, double mood) {
    return kind == FaultKind.CRASH || kind == FaultKind.PARTITION
        ? Math.min(0.8, 2.5 * mood)
        : mood;
  }

  private Fault fault(FaultKind kind, String id, Duration from, Luck luck) {
    if (kind == FaultKind.WIPE) {
      return wipe(id, luck);
    }
    Schedule schedule =
        switch (luck.at("when").whole(0, 9)) {
          case 0 -> every(from, luck);
          case 1, 2, 3 -> random(from, luck);
          case 4, 5 -> each(new DiskReached(point(luck), Optional.empty()), from, luck);
          default -> eachFact(from, luck);
        };
    Effect effect =
        new EffectDraw(scene, world, usual, schedule instanceof Each).draw(kind, luck.at("effect"));
    return repeated(id, schedule, effect, luck);
  }

  private Fault repeated(String id, Schedule schedule, Effect effect, Luck luck) {
    double least = luck.at("for").magnitude(SHORTEST, scene.duration().toNanos() / 2.0);
    double most = least * luck.at("width").pick(WIDTHS);
    DurationRange lasts = new DurationRange(Spread.duration(least), Spread.duration(most));
    return new Fault.Repeated(new FaultRule(id, schedule, Optional.of(lasts), effect));
  }

  private Schedule random(Duration from, Luck luck) {
    Rate rate = new Rate(Spread.rounded(1e9 / wait(luck)));
    return new AtRandom(rate, stability(luck), from, Optional.empty());
  }

  private Duration stability(Luck luck) {
    return luck.at("stable").chance(0.5)
        ? usual.drawn(1e-3, 3, luck.at("stability"))
        : Duration.ZERO;
  }

  private Schedule every(Duration from, Luck luck) {
    Duration period = Spread.duration(wait(luck));
    return new Every(period, from, Optional.empty());
  }

  private double wait(Luck luck) {
    return luck.at("wait").magnitude(SHORTEST_WAIT, 3.0 * scene.duration().toNanos());
  }

  /** A moment before the end of the fault phase, when it is rounded up too. */
  private Duration moment(Luck luck) {
    return Spread.duration(luck.unit() * scene.duration().toNanos() * 0.95);
  }

  private Schedule eachFact(Duration from, Luck luck) {
    if (scene.facts().isEmpty()) {
      return random(from, luck);
    }
    Duration most =
        luck.at("later").chance(0.5) ? usual.drawn(1e-4, 1, luck.at("after")) : Duration.ZERO;
    Duration least = luck.at("exactly").chance(0.5) ? most : Duration.ZERO;
    String fact = luck.at("fact").pick(scene.facts());
    DurationRange after = new DurationRange(least, most);
    return each(new FactReported(fact, Optional.empty(), after), from, luck);
  }

  private Schedule each(Trigger trigger, Duration from, Luck luck) {
    double chance = Math.min(1, luck.at("chance").magnitude(0.01, 3));
    return new Each(
        trigger, new Share(Spread.rounded(chance)), stability(luck), from, Optional.empty());
  }

  private static DiskPoint point(Luck luck) {
    return luck.at("point").pick(List.of(DiskPoint.values()));
  }

  /** Always the same server's disk: a budget that allows wipes allows one. */
  private Fault wipe(String id, Luck luck) {
    Target target = new Target.Named(List.of(scene.servers().getFirst()));
    Anchor anchor = new Anchor.At(moment(luck.at("at")));
    Duration lasts = usual.drawn(0.01, 10, luck.at("for"));
    return new Fault.Once(
        new FaultAction(id, anchor, Optional.of(lasts), new Effect.Crash(target, true)));
  }
}
