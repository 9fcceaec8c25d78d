package dev.faultline.determinism;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.Target;
import dev.faultline.network.LinkSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.protocols.raft.system.RaftProtocol;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.RunSettings;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A five-node Raft whose leaders crash now and then, on a lossy network. */
final class RaftScene {
  static final List<NodeId> NODES =
      List.of(NodeId.of("n1"), NodeId.of("n2"), NodeId.of("n3"), NodeId.of("n4"), NodeId.of("n5"));

  private RaftScene() {}

  static Deployment<?> system() {
    RaftProtocol raft = new RaftProtocol();
    return raft.deploy(raft.defaults(), NODES, Optional.empty());
  }

  /** Ten seconds with a crash of the leader every two. */
  static RunSettings settings(long seed) {
    LinkSettings link =
        new LinkSettings(
            new Distribution.Lognormal(Duration.ofMillis(1), Duration.ofMillis(8)),
            new Share(0.001),
            new Share(0.001),
            Share.NONE,
            Optional.empty(),
            false);
    FaultRule crashes =
        new FaultRule(
            "crashes",
            new FaultRule.Every(Duration.ofSeconds(2), Duration.ofSeconds(1), Optional.empty()),
            Optional.of(DurationRange.parse("200ms..900ms")),
            new Effect.Crash(new Target.Leader(), false));
    FaultAction pause =
        new FaultAction(
            "pause",
            new Anchor.At(Duration.ofMillis(4_300)),
            Optional.of(Duration.ofMillis(500)),
            new Effect.Pause(new Target.Follower()));
    return RunSettings.calm(seed, Duration.ofSeconds(10), NODES)
        .with(NetworkSettings.of(link))
        .with(
            new WorkloadSettings(
                "kv",
                4,
                Optional.of(new Rate(50)),
                new WorkloadSettings.Keys(8, WorkloadSettings.Popularity.ZIPF),
                Map.of("get", new Share(0.5), "put", new Share(0.4), "cas", new Share(0.1)),
                Duration.ofSeconds(1)))
        .withFaults(List.of(pause), List.of(crashes));
  }
}
