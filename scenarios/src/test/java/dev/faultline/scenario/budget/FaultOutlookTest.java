package dev.faultline.scenario.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.Target;
import dev.faultline.network.LinkSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.random.Chance;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.RunSettings;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Five servers that tolerate two stopped ones, for a minute, under all kinds of faults. */
class FaultOutlookTest {
  private final List<FaultAction> actions = new ArrayList<>();
  private final List<FaultRule> rules = new ArrayList<>();
  private boolean replayed;

  private static final Target TWO = new Target.RandomNodes(2);

  private static Target nodes(String... names) {
    return new Target.Named(ids(names));
  }

  private static List<NodeId> ids(String... names) {
    return Stream.of(names).map(NodeId::of).toList();
  }

  private static Effect crash(Target target) {
    return new Effect.Crash(target, false);
  }

  private static Effect cut(Cut cut) {
    return new Effect.Partition(cut);
  }

  private void at(int seconds, int lasts, Effect effect) {
    actions.add(
        new FaultAction(
            "f" + actions.size(),
            new Anchor.At(Duration.ofSeconds(seconds)),
            lasts == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(lasts)),
            effect));
  }

  private void every(int period, int lasts, Effect effect) {
    rules.add(
        new FaultRule(
            "r" + rules.size(),
            new FaultRule.Every(
                Duration.ofSeconds(period), Duration.ofSeconds(1), Optional.empty()),
            lasts == 0 ? Optional.empty() : Optional.of(DurationRange.parse("1s.." + lasts + "s")),
            effect));
  }

  /** Until 9 s, whenever a fact is reported: a second later. */
  private void each(Effect effect) {
    rules.add(
        new FaultRule(
            "r" + rules.size(),
            new FaultRule.Each(
                new FaultRule.FactReported("Voted", Optional.empty(), DurationRange.parse("1s")),
                Share.ALL,
                Duration.ZERO,
                Duration.ofSeconds(3),
                Optional.of(Duration.ofSeconds(9))),
            Optional.of(DurationRange.parse("1s..2s")),
            effect));
  }

  private void random(Effect effect) {
    rules.add(
        new FaultRule(
            "r" + rules.size(),
            new FaultRule.AtRandom(
                Rate.parse("1/s"), Duration.ZERO, Duration.ofSeconds(3), Optional.empty()),
            Optional.of(DurationRange.parse("1s..2s")),
            effect));
  }

  private List<String> warnings(FaultBudget budget) {
    LinkSettings link =
        new LinkSettings(
            new Distribution.Constant(Duration.ofMillis(1)),
            Share.NONE,
            Share.NONE,
            Share.NONE,
            Optional.empty(),
            false);
    RunSettings settings =
        new RunSettings(
            1,
            Chance.PLAIN,
            Duration.ofSeconds(60),
            IntStream.rangeClosed(1, 5).mapToObj(i -> NodeId.of("n" + i)).toList(),
            new NetworkSettings(link, List.of(), true),
            DiskSettings.DEFAULT,
            ClockSettings.TRUE,
            Optional.empty(),
            actions,
            rules,
            Optional.empty(),
            List.of(),
            replayed,
            true,
            RunSettings.Bounds.DEFAULT);
    return FaultOutlook.warnings(settings, "raft", budget);
  }

  private List<String> warnings() {
    return warnings(FaultBudget.majority(5));
  }

  private static String stops(int nodes, String when) {
    return "the faults can stop " + nodes + " of 5 nodes at " + when + "; raft tolerates 2";
  }

  @Test
  void withoutFaultsNothingIsSaid() {
    assertThat(warnings()).isEmpty();
  }

  @Test
  void asManyAsToleratedIsFine() {
    at(5, 10, crash(nodes("n1", "n2")));
    at(20, 10, crash(new Target.Minority()));
    at(40, 10, cut(new Cut.Groups(List.of(ids("n1", "n2"), ids("n3", "n4", "n5")))));

    assertThat(warnings()).isEmpty();
  }

  @Test
  void overlappingFaultsAddUpFromTheirOverlapOn() {
    at(10, 15, cut(new Cut.Groups(List.of(ids("n1", "n2"), ids("n3", "n4", "n5")))));
    at(16, 3, crash(new Target.Leader()));

    assertThat(warnings()).containsExactly(stops(3, "16 s"));
  }

  @Test
  void faultsThatMeetDoNotOverlap() {
    at(10, 6, crash(nodes("n1", "n2")));
    at(16, 3, crash(nodes("n3")));

    assertThat(warnings()).isEmpty();
  }

  @Test
  void theSameNodeCountsOnce() {
    at(10, 6, crash(nodes("n1", "n2")));
    at(12, 6, new Effect.Pause(nodes("n2")));
    at(13, 6, cut(new Cut.Isolate(nodes("n1"))));

    assertThat(warnings()).isEmpty();
  }

  @Test
  void theWorstMomentIsNamed() {
    at(10, 6, crash(new Target.Majority()));
    at(20, 6, crash(new Target.All()));

    assertThat(warnings()).containsExactly(stops(5, "20 s"));
  }

  @Test
  void aFaultWithoutAnEndLastsToTheEnd() {
    at(5, 0, crash(nodes("n1", "n2")));
    at(50, 1, crash(new Target.Follower()));

    assertThat(warnings()).containsExactly(stops(3, "50 s"));
  }

  @Test
  void whatWaitsForAFactCanComeAtTheWorstMoment() {
    actions.add(
        new FaultAction(
            "f",
            new Anchor.OnFact("BecameLeader", Optional.empty(), 1, Duration.ZERO),
            Optional.of(Duration.ofMillis(1)),
            crash(new Target.Leader())));
    at(30, 1, crash(nodes("n1", "n2")));

    assertThat(warnings()).containsExactly(stops(3, "30 s"));
  }

  @Test
  void aRegularRuleOverlapsWithItself() {
    every(10, 9, crash(TWO));
    assertThat(warnings()).isEmpty();

    every(5, 6, crash(new Target.Follower()));
    assertThat(warnings()).containsExactly(stops(4, "6 s"));
  }

  @Test
  void aRuleThatWaitsForFactsStrikesOneServerAtATimeWheneverItMay() {
    each(crash(new Target.Reporter()));
    at(3, 1, crash(nodes("n1", "n2")));
    at(12, 1, crash(nodes("n1", "n2")));
    assertThat(warnings()).isEmpty();

    at(11, 1, crash(nodes("n1", "n2")));
    assertThat(warnings()).containsExactly(stops(3, "11 s"));
  }

  @Test
  void aRandomRuleStrikesOnceAtATime() {
    random(crash(TWO));
    assertThat(warnings()).isEmpty();

    at(7, 1, new Effect.Pause(nodes("n1")));
    assertThat(warnings()).containsExactly(stops(3, "7 s"));
  }

  @Test
  void aRecordingHasNoRules() {
    replayed = true;
    random(crash(new Target.All()));

    assertThat(warnings()).isEmpty();
  }

  @Test
  void partitionsLeaveWhoHearsMost() {
    at(1, 1, cut(new Cut.Groups(List.of(ids("n1"), ids("n2", "n3"), ids("n4", "n5")))));
    assertThat(warnings()).containsExactly(stops(3, "1 s"));
  }

  @Test
  void aBridgeKeepsSomebodyConnectedToAll() {
    at(1, 1, cut(new Cut.Bridge(nodes("n3"))));
    at(5, 1, cut(new Cut.Bridge(new Target.RandomNodes(1))));
    assertThat(warnings()).isEmpty();

    at(1, 1, crash(nodes("n3")));
    assertThat(warnings()).containsExactly(stops(3, "1 s"));
  }

  @Test
  void inARingOfFiveEachHearsTwoOthers() {
    at(1, 1, cut(new Cut.Ring()));
    assertThat(warnings()).isEmpty();

    at(1, 1, crash(nodes("n1")));
    assertThat(warnings()).isEmpty();

    at(1, 1, crash(nodes("n3")));
    assertThat(warnings()).containsExactly(stops(3, "1 s"));
  }

  @Test
  void aLinkThatWorksOneWayIsNoLink() {
    at(1, 1, cut(new Cut.OneWay(ids("n1", "n2"), ids("n3", "n4", "n5"))));
    assertThat(warnings()).isEmpty();

    at(1, 1, cut(new Cut.Links(List.of(new Cut.Link(NodeId.of("n3"), NodeId.of("n4"))))));
    at(1, 1, cut(new Cut.Links(List.of(new Cut.Link(NodeId.of("n3"), NodeId.of("n5"))))));
    at(1, 1, cut(new Cut.Links(List.of(new Cut.Link(NodeId.of("n4"), NodeId.of("n5"))))));
    assertThat(warnings()).containsExactly(stops(3, "1 s"));
  }

  @Test
  void splitsLeaveTheGreaterSide() {
    at(1, 1, cut(new Cut.Split(new Target.Majority())));
    at(5, 1, cut(new Cut.Split(nodes("n1", "n2", "n3"))));
    assertThat(warnings()).isEmpty();
  }

  @Test
  void clientsAreInNobodysWay() {
    at(1, 1, cut(new Cut.Groups(List.of(ids("c1", "c2", "n1"), ids("n2", "n3", "n4", "n5")))));
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aFailingDiskStopsItsNode() {
    at(1, 1, new Effect.FailSyncs(nodes("n1")));
    at(1, 1, new Effect.FullDisk(nodes("n2", "n3")));
    assertThat(warnings()).containsExactly(stops(3, "1 s"));
  }

  @Test
  void lostDisksAddUpOverTheWholeRun() {
    at(1, 1, new Effect.Crash(nodes("n1"), true));
    at(9, 1, new Effect.Crash(nodes("n1", "n2"), true));
    assertThat(warnings()).containsExactly("the faults can wipe 2 of 5 disks; raft tolerates 0");

    random(new Effect.Crash(new Target.Follower(), true));
    assertThat(warnings()).contains("the faults can wipe 5 of 5 disks; raft tolerates 0");
  }

  @Test
  void clocksAndDisksMatterToWhomTheyMatter() {
    at(2, 1, new Effect.ClockJump(nodes("n1"), Duration.ofSeconds(1)));
    at(3, 1, new Effect.ClockDrift(nodes("n1"), Drift.parse("1%")));
    at(4, 1, new Effect.CorruptDisk(nodes("n1"), Share.parse("1%")));

    assertThat(warnings(new FaultBudget(2, 0, true, true))).isEmpty();
    assertThat(warnings(new FaultBudget(2, 0, false, false)))
        .containsExactly(
            "the faults can change clocks at 2 s; raft relies on them",
            "the faults can damage what disks hold at 4 s; raft does not tolerate that");
  }

  @Test
  void noiseStopsNobody() {
    at(1, 1, new Effect.Clog(ids("n1"), ids("n2")));
    at(1, 1, new Effect.SlowDisk(new Target.All(), 10));
    at(1, 1, new Effect.Slow(new Target.All(), 10, Duration.ZERO));

    assertThat(warnings()).isEmpty();
  }
}
