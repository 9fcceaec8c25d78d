package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.Target;
import dev.faultline.metrics.AvailabilityThreshold;
import dev.faultline.metrics.LatencyThreshold;
import dev.faultline.metrics.LatencyThreshold.Quantile;
import dev.faultline.metrics.Threshold;
import dev.faultline.random.Distribution;
import dev.faultline.service.KvOperation;
import dev.faultline.simulation.RunSettings.Bounds;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import dev.faultline.workload.WorkloadSettings.Keys;
import dev.faultline.workload.WorkloadSettings.Popularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scenarios mean. */
class ScenarioLoaderTest {
  private static final String SYSTEM = "system: { protocol: toy, nodes: 5 }\n";

  @TempDir private Path folder;

  @Test
  void aScenarioInFull() throws IOException {
    Scenario scenario =
        load(
            """
            name: minority-partition
            about: The majority side of a partition keeps serving.
            seed: 7
            duration: 60s
            system: { protocol: toy, nodes: 5, config: { electionTimeout: 200ms..400ms }, flaw: T01 }
            network: { latency: { lognormal: { median: 1ms, p99: 8ms } }, loss: 0.1%, duplicate: 0.002 }
            workload: { service: kv, clients: 8, rate: 200/s, keys: { count: 16, distribution: zipf }, mix: { get: 60%, put: 30%, cas: 10% }, timeout: 1s }
            faults:
              - { at: 10s, for: 15s, partition: [[n1, n2], [n3, n4, n5]] }
              - { id: kill, at: 32s, for: 3s, crash: { target: leader } }
            checks: [linearizable, toy, { availability: { atLeast: 95% } }, { latency: { p99: "< 800ms" } }]
            expect: pass
            """);
    assertThat(scenario)
        .isEqualTo(
            new Scenario(
                "minority-partition",
                "The majority side of a partition keeps serving.",
                Optional.empty(),
                7,
                Optional.empty(),
                Duration.ofSeconds(60),
                new SystemSection(
                    "toy",
                    nodes("n1", "n2", "n3", "n4", "n5"),
                    config(),
                    Optional.of("T01"),
                    none()),
                new NetworkSection(
                    new Distribution.Lognormal(Duration.ofMillis(1), Duration.ofMillis(8)),
                    new Share(0.001),
                    new Share(0.002),
                    Share.NONE,
                    Optional.empty(),
                    false,
                    true,
                    List.of()),
                DiskSettings.DEFAULT,
                ClockSettings.TRUE,
                Optional.of(
                    new WorkloadSettings(
                        "kv",
                        8,
                        Optional.of(new Rate(200)),
                        new Keys(16, Popularity.ZIPF),
                        Map.of("get", new Share(0.6), "put", new Share(0.3), "cas", new Share(0.1)),
                        Duration.ofSeconds(1))),
                List.of(),
                List.of(
                    once(
                        "partition-10s",
                        10,
                        15,
                        new Effect.Partition(
                            new Cut.Groups(List.of(nodes("n1", "n2"), nodes("n3", "n4", "n5"))))),
                    once("kill", 32, 3, new Effect.Crash(new Target.Leader(), false))),
                List.of(
                    new Check.Linearizable(),
                    new Check.Rules("toy"),
                    new Check.Limit(new AvailabilityThreshold(new Share(0.95))),
                    new Check.Limit(
                        new LatencyThreshold(Quantile.P99, Threshold.parse("< 800ms")))),
                new Expectation.Pass(),
                true,
                Bounds.DEFAULT,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void everythingButTheSystemCanBeLeftOut() throws IOException {
    Scenario scenario = load("system: { protocol: toy }\n");
    assertThat(scenario.name()).isEqualTo("scenario");
    assertThat(scenario.seed()).isEqualTo(1);
    assertThat(scenario.duration()).isEqualTo(Duration.ofSeconds(60));
    assertThat(scenario.system().nodes()).isEqualTo(nodes("n1", "n2", "n3"));
    assertThat(scenario.system().config()).isEqualTo(ToyProtocol.DEFAULTS);
    assertThat(scenario.workload()).isEmpty();
    assertThat(scenario.checks()).containsExactly(new Check.Rules("toy"));
  }

  @Test
  void theServiceBringsItsMixAndItsModel() throws IOException {
    Scenario scenario = load(SYSTEM + "workload: { service: register }\n");
    WorkloadSettings workload = scenario.workload().orElseThrow();
    assertThat(workload.mix()).containsOnlyKeys("read", "write", "cas");
    assertThat(workload.rate()).as("a closed loop").isEmpty();
    assertThat(scenario.checks()).containsExactly(new Check.Linearizable(), new Check.Rules("toy"));
  }

  @Test
  void operationsBringTheirClients() throws IOException {
    Scenario scenario =
        load(SYSTEM + "operations:\n  - { at: 2.1s, client: c3, put: { key: k1, value: 017 } }\n");
    assertThat(scenario.operations())
        .containsExactly(
            new PlannedOperation(
                Duration.ofMillis(2100), NodeId.of("c3"), new KvOperation.Put("k1", "017")));
    assertThat(scenario.workload().orElseThrow().clients()).isEqualTo(3);
  }

  @Test
  void linksInheritWhatTheyLeaveOpen() throws IOException {
    Scenario scenario =
        load(SYSTEM + "network: { loss: 1%, fifo: true, links: [{ to: n2, latency: 80ms }] }\n");
    var link = scenario.network().settings().classes().getFirst();
    assertThat(link.from()).isEmpty();
    assertThat(link.to()).isEqualTo(nodes("n2"));
    assertThat(link.settings().latency())
        .isEqualTo(new Distribution.Constant(Duration.ofMillis(80)));
    assertThat(link.settings().loss()).isEqualTo(new Share(0.01));
    assertThat(link.settings().fifo()).isTrue();
  }

  @Test
  void rulesDrawHowLongTheyLast() throws IOException {
    Scenario scenario =
        load(
            SYSTEM + "faults: [{ every: 5s, from: 2s, for: 1s..3s, crash: { target: leader } }]\n");
    assertThat(scenario.faults())
        .containsExactly(
            new Fault.Repeated(
                new FaultRule(
                    "crash-every-5s",
                    new FaultRule.Every(
                        Duration.ofSeconds(5), Duration.ofSeconds(2), Optional.empty()),
                    Optional.of(DurationRange.parse("1s..3s")),
                    new Effect.Crash(new Target.Leader(), false))));
  }

  @Test
  void anIdSaysWhatAFaultIsAndNotWhereItStands() throws IOException {
    String crash = "  - { at: 2.5s, crash: { target: n1 } }\n";
    String other = "  - { at: 2.5s, crash: { target: n2 } }\n";
    String pause = "  - { on: { fact: Stored, node: n1 }, pause: { target: n1 } }\n";
    String fixed = "  - { id: crash-2.5s, at: 9s, crash: { target: n1 } }\n";
    String drop = "  - { on: { disk: before-sync }, drop: {} }\n";
    String random = "  - { random: 3/m, for: 1s, crash: { target: n1 } }\n";
    assertThat(ids(crash + pause + drop + random))
        .containsExactly("crash-2.5s", "pause-n1-Stored", "drop-before-sync", "crash-random");
    assertThat(ids(pause + crash)).containsExactly("pause-n1-Stored", "crash-2.5s");
    assertThat(ids(crash + other)).containsExactly("crash-2.5s", "crash-2.5s-2");
    assertThat(ids(crash + fixed)).containsExactly("crash-2.5s-2", "crash-2.5s");
  }

  @Test
  void aRecordingSaysWhatHappenedEvenAfterTheEnd() throws IOException {
    Scenario scenario =
        load(
            SYSTEM
                + """
                duration: 10s
                recorded: { version: 0.1.0, fingerprint: fedcba9876543210 }
                faults:
                  - { id: flap.1, at: 10s, crash: { target: n1 } }
                """);
    assertThat(scenario.recorded())
        .contains(new Recording("0.1.0", Long.parseUnsignedLong("fedcba9876543210", 16)));
    assertThat(scenario.prepare(ToyProtocol.INSTALLED).settings().replayed()).isTrue();
  }

  @Test
  void aRecordingCanBeLong() throws IOException {
    String value = "x".repeat(300);
    String operation = "  - { at: 1s, client: c1, put: { key: k1, value: " + value + " } }\n";
    String head = "recorded: { version: x, fingerprint: \"0000000000000000\" }\n" + SYSTEM;
    Scenario scenario = load(head + "operations:\n" + operation.repeat(5_000));
    assertThat(scenario.operations()).hasSize(5_000);
  }

  private List<String> ids(String faults) throws IOException {
    return load(SYSTEM + "faults:\n" + faults).faults().stream().map(Fault::id).toList();
  }

  private Scenario load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    return new ScenarioLoader(ToyProtocol.INSTALLED).load(file, List.of());
  }

  private static Fault once(String id, long at, long lasts, Effect effect) {
    return new Fault.Once(
        new FaultAction(
            id,
            new Anchor.At(Duration.ofSeconds(at)),
            Optional.of(Duration.ofSeconds(lasts)),
            effect));
  }

  private static ToyProtocol.Config config() {
    ToyProtocol.Config usual = ToyProtocol.DEFAULTS;
    return new ToyProtocol.Config(
        DurationRange.parse("200ms..400ms"),
        usual.heartbeat(),
        usual.batch(),
        usual.bytes(),
        usual.backoff(),
        usual.preVote(),
        usual.sample(),
        usual.snapshots(),
        usual.drift(),
        usual.mode(),
        usual.label(),
        usual.weights(),
        usual.first(),
        usual.work());
  }

  private static List<NodeId> nodes(String... names) {
    return List.of(names).stream().map(NodeId::of).toList();
  }

  private static Optional<Distribution> none() {
    return Optional.empty();
  }
}
