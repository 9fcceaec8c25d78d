package dev.faultline.campaign.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.ScenarioWriter;
import dev.faultline.scenario.budget.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SwarmProperties {
  private static final Protocols PROTOCOLS = Protocols.installed();
  private static final String WITH_CLIENTS =
      "system: { protocol: raft, nodes: 5 }\nworkload: { clients: 3, rate: 50/s }\nduration: 4s\n";
  private static final String FAULTS =
      "network: { links: [{ from: n5, to: c3, loss: 10% }] }\n"
          + "faults: [{ at: 3.9s, for: 1s, crash: { target: n5 } }]\n";

  private final Swarm swarm = new Swarm(PROTOCOLS);

  /** Scenarios of all sorts: with little, with much, with parts that are to stay. */
  @Provide
  Arbitrary<String> bases() {
    return Arbitraries.of(
        "system: { protocol: raft }\n",
        "system: { protocol: raft, nodes: 1, flaw: R01 }\nworkload: { service: register }\n",
        WITH_CLIENTS + "fuzz: { nodes: { between: [1, 9] }, faults: any, duration: 30ms }\n",
        WITH_CLIENTS + "fuzz: { faults: [crash, partition, clock], loss: { between: [0%, 5%] } }\n",
        WITH_CLIENTS
            + "fuzz: { config: { electionTimeout: { oneOf: [30ms..32ms, 150ms..300ms] },"
            + " heartbeat: { between: [1ms, 90ms] }, entriesPerAppend: { oneOf: [1, 64] } } }\n",
        WITH_CLIENTS
            + "fuzz: { clients: 2, rate: 7/s, keys: 1, mix: { get: 50%, put: 50% },"
            + " timeout: 1s, links: 5, burst: true, fifo: true, serviceTime: 2ms }\n",
        WITH_CLIENTS + FAULTS + "fuzz: { keep: [system, network, disk, clocks, workload] }\n",
        WITH_CLIENTS + FAULTS + "fuzz: { keep: [faults, checks] }\n",
        WITH_CLIENTS
            + "operations: [{ at: 3.99s, client: c3, get: { key: k1 } }]\n"
            + "fuzz: { keep: [workload] }\n");
  }

  @Property(tries = 400, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("what is drawn is a plain scenario: it is valid, and reads back equal")
  void isAPlainScenario(@ForAll("bases") String base, @ForAll long seed, @ForAll boolean beyond)
      throws IOException {
    Swarm any = beyond ? swarm.beyondBudget() : swarm;
    Scenario drawn = any.draw(load(base), seed);

    String text = new ScenarioWriter(PROTOCOLS).print(drawn, Optional.empty());

    assertThat(load(text)).as(text).isEqualTo(drawn);
    assertThat(drawn.fuzz()).isEmpty();
    assertThat(drawn.seed()).isEqualTo(seed);
    assertThat(any.draw(load(base), seed)).isEqualTo(drawn);
  }

  @Property(tries = 200, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("a violation in what is drawn is a bug: the protocol tolerates all of it")
  void staysWithinTheBudget(@ForAll("bases") String base, @ForAll long seed) throws IOException {
    assertThat(Tolerance.permits(swarm.draw(load(base), seed), PROTOCOLS)).isTrue();
  }

  @Property(tries = 100, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("what is said about one thing moves nothing else")
  void drawsAreIndependent(@ForAll long seed) throws IOException {
    Scenario free = swarm.draw(load("system: { protocol: raft }\n"), seed);
    Scenario told = swarm.draw(load("system: { protocol: raft }\nfuzz: { sync: 3ms }\n"), seed);

    assertThat(told.edited(draft -> draft.disk = free.disk())).isEqualTo(free);
  }

  @Property(tries = 40, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("whatever is drawn, Raft keeps its promises")
  void raftKeepsItsPromises(@ForAll long seed, @ForAll boolean beyond) throws IOException {
    Swarm any = beyond ? swarm.beyondBudget() : swarm;
    Scenario drawn = any.draw(load("system: { protocol: raft }\n"), seed);

    assertThat(new SeedRunner(PROTOCOLS).run(drawn).result().violations()).isEmpty();
  }

  static Scenario load(String text) throws IOException {
    Path file = Files.createTempFile("drawn", ".yaml");
    try {
      String named = text.startsWith("name:") ? text : "name: base\n" + text;
      return new ScenarioLoader(PROTOCOLS).load(Files.writeString(file, named), List.of());
    } finally {
      Files.delete(file);
    }
  }
}
