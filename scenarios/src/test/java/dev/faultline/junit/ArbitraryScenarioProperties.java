package dev.faultline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.protocols.raft.system.RaftProtocol;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.ScenarioWriter;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Properties of any scenario, with the arbitraries that users get. */
class ArbitraryScenarioProperties {
  private static final Protocols PROTOCOLS = Protocols.installed();

  private final FaultlineArbitraries raft = FaultlineArbitraries.of(new RaftProtocol());
  private final Simulations simulations = Simulations.of(new RaftProtocol());

  @Provide
  Arbitrary<Scenario> scenarios() {
    return raft.scenarios();
  }

  @Provide
  Arbitrary<Scenario> drawn() {
    return raft.drawn();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("a scenario reads back as it was printed")
  void prints(@ForAll("scenarios") Scenario scenario) {
    assertReadsBack(scenario);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("a drawn scenario reads back as it was printed")
  void printsDrawn(@ForAll("drawn") Scenario scenario) {
    assertReadsBack(scenario);
  }

  private static void assertReadsBack(Scenario scenario) {
    String text = new ScenarioWriter(PROTOCOLS).print(scenario, Optional.empty());
    assertThat(new ScenarioLoader(PROTOCOLS).parse(text, "printed", List.of()))
        .as(text)
        .isEqualTo(scenario);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  @Label("a recording gives the same run again")
  void replays(@ForAll("scenarios") Scenario scenario) {
    SeedRunner runner = new SeedRunner(PROTOCOLS);
    SeedRun first = runner.run(scenario);
    Scenario recording = scenario.recording(first.result(), "test");
    assertThat(runner.run(recording).result().fingerprint())
        .isEqualTo(first.result().fingerprint());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("Raft keeps its promises whatever it tolerates happens")
  void raftHolds(@ForAll("scenarios") Scenario scenario) {
    simulations.check(scenario);
  }
}
