package dev.faultline.campaign.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.cli.ProbeProtocol;
import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.Fault;
import dev.faultline.scenario.Glossary;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.ScenarioWriter;
import dev.faultline.scenario.budget.Tolerance;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Protocol;
import dev.faultline.values.NodeId;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a swarm draws from. */
class SwarmTest {
  private static final String FIVE = "system: { protocol: raft, nodes: 5 }\n";

  private static final String QUIET = "system: { protocol: quiet }\n";
  private static final List<String> NONE = List.of();

  private final Swarm swarm = new Swarm(Protocols.installed());

  private List<Scenario> swarmOf(String text) throws IOException {
    return swarmOf(swarm, text);
  }

  private static List<Scenario> swarmOf(Swarm swarm, String text) throws IOException {
    Scenario base = SwarmProperties.load(text);
    return LongStream.rangeClosed(1, 200).mapToObj(seed -> swarm.draw(base, seed)).toList();
  }

  private static TreeSet<String> kinds(List<Scenario> drawn) {
    TreeSet<String> kinds = new TreeSet<>();
    for (Scenario scenario : drawn) {
      scenario.faults().forEach(fault -> kinds.add(fault.id().replaceFirst("-[0-9]+$", "")));
    }
    return kinds;
  }

  @Test
  void everyKindOfFaultCanBeDrawn() {
    assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::word))
        .containsExactlyElementsOf(Glossary.faults().keySet());
  }

  @Test
  void allThatIsToleratedComesUpAndNothingElse() throws IOException {
    TreeSet<String> tolerated = new TreeSet<>(Glossary.faults().keySet());
    tolerated.remove("wipe");
    assertThat(kinds(swarmOf(FIVE))).isEqualTo(tolerated);
  }

  @Test
  void someSeedsAreCalmAndSomeHaveManyKindsOfFault() throws IOException {
    List<Integer> kinds = swarmOf(FIVE).stream().map(each -> kinds(List.of(each)).size()).toList();
    assertThat(kinds).contains(0).anyMatch(count -> count >= 6);
  }

  @Test
  void mostlySmallAndSometimesASingleServer() throws IOException {
    List<Integer> nodes =
        swarmOf(FIVE).stream().map(each -> each.system().nodes().size()).sorted().toList();
    assertThat(nodes.getFirst()).isEqualTo(1);
    assertThat(nodes.get(nodes.size() / 2)).isEqualTo(3);
    assertThat(nodes.getLast()).isEqualTo(7);
  }

  @Test
  void onlyListedKindsOfFault() throws IOException {
    assertThat(kinds(swarmOf(FIVE + "fuzz: { faults: [crash, pause] }\n")))
        .containsExactly("crash", "pause");
    assertThat(kinds(swarmOf(FIVE + "fuzz: { faults: [] }\n"))).isEmpty();
  }

  @Test
  void tellsWhatIsListedAndNeverDrawn() throws IOException {
    assertThat(swarm.neverDrawn(SwarmProperties.load(FIVE))).isEmpty();
    assertThat(swarm.neverDrawn(SwarmProperties.load(FIVE + "fuzz: { faults: [crash, wipe] }\n")))
        .containsExactly("wipe");
  }

  @Test
  void rangesAndSetsAreKept() throws IOException {
    List<Scenario> drawn =
        swarmOf(
            FIVE
                + "fuzz: { nodes: { between: [3, 7] }, loss: { between: [1%, 5%] },"
                + " duration: { oneOf: [1s, 2s] }, config: { entriesPerAppend: { oneOf: [1, 64] } } }\n");
    assertThat(drawn).allMatch(each -> each.system().nodes().size() >= 3);
    assertThat(drawn).extracting(each -> each.system().nodes().size()).contains(3, 4, 5, 6, 7);
    assertThat(drawn).allMatch(each -> each.network().loss().value() >= 0.01);
    assertThat(drawn).allMatch(each -> each.network().loss().value() <= 0.05);
    assertThat(new TreeSet<>(drawn.stream().map(Scenario::duration).toList()))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(new TreeSet<>(drawn.stream().map(SwarmTest::entriesPerAppend).toList()))
        .containsExactly(1, 64);
  }

  private static int entriesPerAppend(Scenario scenario) {
    return ((RaftConfig) scenario.system().config()).entriesPerAppend();
  }

  @Test
  void keptSectionsStayAndTheRestIsDrawn() throws IOException {
    String text =
        FIVE
            + "duration: 4s\nworkload: { clients: 3 }\nnetwork: { loss: 7% }\nclocks: { drift: 1% }\n"
            + "faults: [{ id: mine, at: 3s, for: 1s, crash: { target: n5 } }]\n"
            + "checks: [linearizable, { availability: { atLeast: 5% } }]\n";
    Scenario base = SwarmProperties.load(text);
    for (Scenario drawn : swarmOf(text + "fuzz: { keep: [network, faults, checks] }\n")) {
      assertThat(drawn.network()).isEqualTo(base.network());
      assertThat(drawn.checks()).isEqualTo(base.checks());
      assertThat(drawn.faults()).containsAll(base.faults());
      assertThat(drawn.system().nodes()).isEqualTo(base.system().nodes());
      assertThat(drawn.workload().orElseThrow().clients()).isEqualTo(3);
      assertThat(drawn.duration()).isEqualTo(base.duration());
    }
    assertThat(swarmOf(text)).extracting(Scenario::clocks).doesNotContain(base.clocks());
  }

  @Test
  void faultsAndLimitsThatBelongToOneStoryAreNotDrawnInto() throws IOException {
    List<Scenario> drawn =
        swarmOf(
            FIVE
                + "faults: [{ id: mine, at: 3s, for: 1s, crash: { target: n5 } }]\n"
                + "checks: [{ messagesPerOperation: \"< 5\" }]\nexpect: violation\n");
    assertThat(drawn)
        .allMatch(each -> each.faults().stream().map(Fault::id).noneMatch("mine"::equals));
    assertThat(drawn)
        .allMatch(each ->
            each.checks().equals(List.of(new Check.Linearizable(), new Check.Rules("raft"))));
  }

  @Test
  void aProtocolThatOffersNothingHasNoClients() {
    Protocols protocols = Protocols.of(List.of(new WithoutServices()));
    ScenarioLoader loader = new ScenarioLoader(protocols);
    Scenario base = loader.parse(QUIET, "quiet", NONE);

    Scenario drawn = new Swarm(protocols).draw(base, 1);

    assertThat(loader.parse(new ScenarioWriter(protocols).print(drawn, Optional.empty()), "", NONE))
        .isEqualTo(drawn);
    assertThatThrownBy(() -> loader.parse(QUIET + "workload: { clients: 2 }\n", "quiet", NONE))
        .isInstanceOf(ScenarioException.class)
        .hasMessageEndingWith("quiet offers nothing to clients");
    assertThat(drawn.workload()).isEmpty();
    assertThat(drawn.checks()).containsExactly(new Check.Rules("quiet"));
    assertThat(new SeedRunner(protocols).run(drawn).result().violations()).isEmpty();
  }

  @Test
  void beyondTheBudgetServersStopForGoodAndOnlySafetyIsJudged() throws IOException {
    List<Scenario> drawn = swarmOf(swarm.beyondBudget(), FIVE);
    assertThat(drawn).noneMatch(Scenario::recovery);
    assertThat(drawn).anyMatch(each -> !Tolerance.permits(each, Protocols.installed()));
  }

  /** The probe, without anything for clients. */
  private static final class WithoutServices implements Protocol<ProbeProtocol.Config> {
    private final ProbeProtocol probe = new ProbeProtocol();

    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public String about() {
      return "Offers nothing.";
    }

    @Override
    public ProbeProtocol.Config defaults() {
      return probe.defaults();
    }

    @Override
    public List<String> services() {
      return List.of();
    }

    @Override
    public Deployment<?> deploy(
        ProbeProtocol.Config config, List<NodeId> nodes, Optional<String> flaw) {
      return probe.deploy(config, nodes, flaw);
    }
  }
}
