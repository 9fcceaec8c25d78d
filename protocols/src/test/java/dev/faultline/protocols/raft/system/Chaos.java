package dev.faultline.protocols.raft.system;

import dev.faultline.check.LinearizabilityValidation;
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
import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.random.Chance;
import dev.faultline.random.Distribution;
import dev.faultline.service.KvModel;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.RunSettings;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A rough world for Raft: everything within its fault budget, at random.
 *
 * @param nodes how many servers
 * @param loss share of messages lost, and as many twice
 * @param holes do disks keep later writes and lose earlier ones?
 */
record Chaos(int nodes, RaftConfig config, Share loss, boolean holes, Duration duration) {
  private static final Distribution LATENCY =
      new Distribution.Lognormal(Duration.ofMillis(1), Duration.ofMillis(20));

  private static final Options CHECKS =
      Options.DEFAULT.checking(
          Optional.empty(), List.of(new LinearizabilityValidation(new KvModel())));

  /** What goes wrong. */
  record Faults(List<FaultRule> rules, List<FaultAction> actions) {}

  RunResult run(long seed, Optional<String> flaw, Faults faults) {
    List<NodeId> servers =
        IntStream.rangeClosed(1, nodes).mapToObj(i -> NodeId.of("n" + i)).toList();
    LinkSettings link = new LinkSettings(LATENCY, loss, loss, Share.NONE, Optional.empty(), false);
    DiskSettings disk = new DiskSettings(DiskSettings.DEFAULT.sync(), new Share(0.3), holes, true);
    RunSettings settings =
        new RunSettings(
            seed,
            Chance.PLAIN,
            duration,
            servers,
            NetworkSettings.of(link),
            disk,
            new ClockSettings(Drift.parse("1%"), Duration.ofSeconds(10)),
            Optional.empty(),
            faults.actions(),
            faults.rules(),
            Optional.of(workload()),
            List.of(),
            false,
            true,
            RunSettings.Bounds.DEFAULT);
    return new Simulation(new RaftProtocol().deploy(config, servers, flaw), settings, CHECKS).run();
  }

  /** Crashes, of leaders too, partitions, slow disks and pauses, several of them at a time. */
  static Faults everything() {
    Target anyone = new Target.RandomNodes(1);
    List<FaultRule> rules =
        List.of(
            often("crash", "10ms..2s", new Effect.Crash(anyone, false)),
            often("leader", "10ms..1s", new Effect.Crash(new Target.Leader(), false)),
            often("split", "50ms..2s", new Effect.Partition(new Cut.Split(new Target.Minority()))),
            often(
                "isolate", "50ms..2s", new Effect.Partition(new Cut.Isolate(new Target.Leader()))),
            often("disk", "50ms..2s", new Effect.SlowDisk(anyone, 300)),
            often("pause", "50ms..1s", new Effect.Pause(anyone)));
    return new Faults(rules, List.of());
  }

  private static FaultRule often(String id, String lasts, Effect effect) {
    return rule(id, "0.5/s", lasts, effect);
  }

  /** Leaders crash all the time, and n4 and n5 restart whenever they have given a vote. */
  static Faults restartingVoters() {
    Effect leaderCrash = new Effect.Crash(new Target.Leader(), false);
    List<FaultAction> actions = new ArrayList<>();
    for (String voter : List.of("n4", "n5")) {
      for (int nth = 1; nth <= 100; nth++) {
        actions.add(restartAfterVote(voter, nth));
      }
    }
    return new Faults(List.of(rule("leader", "5/s", "50ms..100ms", leaderCrash)), actions);
  }

  private static FaultAction restartAfterVote(String voter, int nth) {
    NodeId node = NodeId.of(voter);
    return new FaultAction(
        "restart-" + voter + "-" + nth,
        new Anchor.OnFact("Voted", Optional.of(node), nth, Duration.ZERO),
        Optional.of(Duration.ofNanos(100_000)),
        new Effect.Crash(new Target.Named(List.of(node)), false));
  }

  private static FaultRule rule(String id, String rate, String lasts, Effect effect) {
    return new FaultRule(
        id,
        new FaultRule.AtRandom(
            Rate.parse(rate), Duration.ofMillis(5), Duration.ZERO, Optional.empty()),
        Optional.of(DurationRange.parse(lasts)),
        effect);
  }

  private static WorkloadSettings workload() {
    return new WorkloadSettings(
        "kv",
        4,
        Optional.of(Rate.parse("50/s")),
        new WorkloadSettings.Keys(4, WorkloadSettings.Popularity.ZIPF),
        new TreeMap<>(Map.of("get", new Share(0.5), "append", new Share(0.5))),
        Duration.ofSeconds(1));
  }
}
