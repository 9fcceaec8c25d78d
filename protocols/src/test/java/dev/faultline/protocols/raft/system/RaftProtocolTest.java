package dev.faultline.protocols.raft.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.check.Invariant;
import dev.faultline.check.Verdict;
import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.random.Chance;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.Services;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Flaw;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.RunSettings;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaftProtocolTest {
  private final RaftProtocol protocol = new RaftProtocol();

  @Test
  @SuppressWarnings("rawtypes")
  void isFoundByName() {
    assertThat(ServiceLoader.load(Protocol.class).stream().map(found -> found.get().name()))
        .contains("raft");
  }

  @Test
  void offersServicesThatExist() {
    assertThat(protocol.services()).first().isEqualTo("kv");
    assertThat(protocol.services())
        .allSatisfy(service -> assertThat(Services.named(service).name()).isEqualTo(service));
  }

  @Test
  void speaksEachServiceItOffers() {
    WorkloadSettings workload =
        new WorkloadSettings(
            "register",
            2,
            Optional.of(Rate.parse("20/s")),
            new WorkloadSettings.Keys(1, WorkloadSettings.Popularity.UNIFORM),
            Services.named("register").defaultMix(),
            Duration.ofSeconds(1));

    RunResult result = run(workload);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.history())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            operation -> assertThat(operation.operation()).isInstanceOf(RegisterOperation.class));
    assertThatThrownBy(() -> deploy(3).client("bank", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("raft offers no service 'bank'");
  }

  @Test
  void toleratesAMinority() {
    assertThat(deploy(5).budget()).isEqualTo(new FaultBudget(2, 0, true, false));
    assertThat(deploy(5).recovery().core()).isEqualTo(3);
  }

  @Test
  void judgesEachRunAfresh() {
    Deployment<?> deployment = deploy(3);
    List<Invariant> first = deployment.invariants();
    assertThat(first).extracting(Invariant::name).doesNotHaveDuplicates().hasSize(11);
    assertThat(first).doesNotContainAnyElementsOf(deployment.invariants());
  }

  @Test
  void smallClustersAreNotJudgedByWhatCannotHappenInThem() {
    List<String> all = rules(3);
    assertThat(rules(2)).isEqualTo(without(all, "raft/commit-follows-majority"));
    assertThat(rules(1)).isEqualTo(without(rules(2), "raft/match-grows"));
  }

  private List<String> rules(int servers) {
    return deploy(servers).invariants().stream().map(Invariant::name).toList();
  }

  private static List<String> without(List<String> rules, String left) {
    return rules.stream().filter(rule -> !rule.equals(left)).toList();
  }

  @Test
  void namesItsFlaws() {
    assertThat(protocol.flaws())
        .extracting(Flaw::id)
        .containsExactly(
            "R01", "R04", "R06", "R07", "R13", "R14", "R24", "R30", "R31", "R35", "R36");
    assertThatThrownBy(() -> protocol.deploy(RaftConfig.DEFAULT, servers(3), Optional.of("R99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "raft has no flaw 'R99', only [R01, R04, R06, R07, R13, R14, R24, R30, R31, R35, R36]");
  }

  @Test
  void needsANode() {
    assertThatThrownBy(() -> deploy(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("raft needs at least one node");
  }

  private RunResult run(WorkloadSettings workload) {
    RunSettings settings =
        new RunSettings(
            1,
            Chance.PLAIN,
            Duration.ofSeconds(3),
            servers(3),
            NetworkSettings.CALM,
            DiskSettings.DEFAULT,
            ClockSettings.TRUE,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of(workload),
            List.of(),
            false,
            true,
            RunSettings.Bounds.DEFAULT);
    return new Simulation(deploy(3), settings, Options.DEFAULT).run();
  }

  private Deployment<?> deploy(int nodes) {
    return protocol.deploy(protocol.defaults(), servers(nodes), Optional.empty());
  }

  private static List<NodeId> servers(int nodes) {
    return IntStream.rangeClosed(1, nodes).mapToObj(i -> NodeId.of("n" + i)).toList();
  }
}
