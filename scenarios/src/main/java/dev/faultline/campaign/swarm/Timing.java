package dev.faultline.campaign.swarm;

import dev.faultline.fault.Anchor.DiskPoint;
import dev.faultline.fault.FaultRule.AtRandom;
import dev.faultline.fault.FaultRule.DiskReached;
import dev.faultline.fault.FaultRule.Each;
import dev.faultline.fault.FaultRule.Every;
import dev.faultline.fault.FaultRule.FactReported;
import dev.faultline.fault.FaultRule.Schedule;
import dev.faultline.fault.FaultRule.Trigger;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Draws when a fault comes and how long it lasts. Brief ones come often, long ones seldom. */
final class Timing {
  private static final double SHORTEST = 1e4;
  private static final double NOTICED = 5e6;
  private static final List<Integer> WIDTHS = List.of(1, 2, 10);

  /** From every 20 ms, or oftener where the protocol is quicker, to rarer than once a run. */
  private static final double SHORTEST_WAIT = 2e7;

  private static final double LONGEST_BRIEF_WAIT = 1e9;

  /** What strikes nearly every time leaves a system time to do something in between. */
  private static final double NEARLY_ALWAYS = 0.2;

  /** A rule strikes no oftener in a run: more of the same takes long and shows little. */
  private static final int MOST_STRIKES = 400;

  private final Scene scene;
  private final Usual usual;
  private final Duration from;
  private final Luck luck;
  private final boolean brief;

  /**
   * @param from the fault does not come earlier
   * @param brief the chance that it is over before anybody notices
   * @param luck of one fault
   */
  Timing(Scene scene, Usual usual, Duration from, double brief, Luck luck) {
    this.scene = scene;
    this.usual = usual;
    this.from = from;
    this.luck = luck;
    this.brief = luck.at("brief").chance(brief);
  }

  DurationRange lasts() {
    double longest = scene.duration().toNanos() / 2.0;
    Luck own = luck.at("for");
    double least = brief ? own.magnitude(SHORTEST, NOTICED) : own.magnitude(NOTICED, longest);
    double most = least * luck.at("width").pick(WIDTHS);
    return new DurationRange(Spread.duration(least), Spread.duration(most));
  }

  Schedule schedule() {
    return switch (luck.at("when").whole(0, 9)) {
      case 0 -> every();
      case 1, 2, 3 -> random();
      case 4, 5 -> each(new DiskReached(point(), only()));
      default -> scene.facts().isEmpty() ? random() : each(fact());
    };
  }

  private Schedule every() {
    return new Every(Spread.duration(waitNanos()), from, Optional.empty());
  }

  private Schedule random() {
    Rate rate = new Rate(Spread.rounded(1e9 / waitNanos()));
    Duration stability = luck.at("stable").chance(0.5) ? stability() : Duration.ZERO;
    return new AtRandom(rate, stability, from, Optional.empty());
  }

  private double waitNanos() {
    double longest = brief ? LONGEST_BRIEF_WAIT : 3.0 * scene.duration().toNanos();
    double shortest = Math.min(SHORTEST_WAIT, usual.paceNanos() / 10);
    return Math.max(leastWait(), luck.at("wait").magnitude(shortest, longest));
  }

  private Schedule each(Trigger trigger) {
    double chance = Math.min(1, luck.at("chance").magnitude(0.03, 5));
    boolean stable = chance > NEARLY_ALWAYS || luck.at("stable").chance(0.5);
    return new Each(
        trigger,
        new Share(Spread.rounded(chance)),
        Spread.duration(Math.max(leastWait(), stable ? (double) stability().toNanos() : 0)),
        from,
        Optional.empty());
  }

  private double leastWait() {
    return (double) scene.duration().toNanos() / MOST_STRIKES;
  }

  private Duration stability() {
    return usual.drawn(0.01, 3, luck.at("stability"));
  }

  /**
   * Half of the faults come with what happens on one server: one that strikes all who take part in
   * something leaves nobody to be confused.
   */
  private Optional<NodeId> only() {
    return luck.at("anyone").chance(0.5)
        ? Optional.empty()
        : Optional.of(luck.at("only").pick(scene.servers()));
  }

  private DiskPoint point() {
    return luck.at("point").pick(List.of(DiskPoint.values()));
  }

  private FactReported fact() {
    Duration most =
        luck.at("later").chance(0.5) ? usual.drawn(1e-4, 1, luck.at("after")) : Duration.ZERO;
    Duration least = luck.at("exactly").chance(0.5) ? most : Duration.ZERO;
    String fact = luck.at("fact").pick(scene.facts());
    return new FactReported(fact, only(), new DurationRange(least, most));
  }
}
