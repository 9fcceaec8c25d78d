package dev.faultline.campaign.swarm;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.FaultRule.Each;
import dev.faultline.fault.FaultRule.Schedule;
import dev.faultline.fault.Target;
import dev.faultline.scenario.Fault;
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

  /** Most runs begin without faults, so that there is something to break. */
  private static final double QUIET = 0.85;

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
      Target wiped = new Target.Named(List.of(own.at("who").pick(scene.servers())));
      for (int i = 1; i <= count; i++) {
        String id = kind.word() + "-" + i;
        Luck each = own.at("fault", i);
        faults.add(kind == FaultKind.WIPE ? wipe(id, wiped, each) : repeated(kind, id, from, each));
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

  private Fault repeated(FaultKind kind, String id, Duration from, Luck luck) {
    Timing timing = new Timing(scene, usual, from, kind.brief(), luck);
    Schedule schedule = timing.schedule();
    Effect effect =
        new EffectDraw(scene, world, usual, schedule instanceof Each).draw(kind, luck.at("effect"));
    return new Fault.Repeated(new FaultRule(id, schedule, Optional.of(timing.lasts()), effect));
  }

  /** A moment before the end of the fault phase, when it is rounded up too. */
  private Duration moment(Luck luck) {
    return Spread.duration(luck.unit() * scene.duration().toNanos() * 0.95);
  }

  /** Always the same server's disk: a budget that allows wipes allows one. */
  private Fault wipe(String id, Target target, Luck luck) {
    Anchor anchor = new Anchor.At(moment(luck.at("at")));
    Duration lasts = usual.drawn(0.01, 10, luck.at("for"));
    return new Fault.Once(
        new FaultAction(id, anchor, Optional.of(lasts), new Effect.Crash(target, true)));
  }
}
