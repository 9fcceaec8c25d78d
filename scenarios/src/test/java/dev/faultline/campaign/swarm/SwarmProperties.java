package dev.faultline.campaign.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class SwarmProperties {
  private static final Protocols PROTOCOLS = Protocols.installed();
  private static final ScenarioLoader LOADER = new ScenarioLoader(PROTOCOLS);

  private final Swarm swarm = new Swarm(PROTOCOLS);

  @Property(tries = 300, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("what is drawn is a plain scenario: it is valid, and reads back equal")
  void isAPlainScenario(@ForAll long seed) throws IOException {
    Scenario drawn = swarm.draw(load("name: base\nsystem: { protocol: raft }\n"), seed);

    String text = new ScenarioWriter(PROTOCOLS).print(drawn, Optional.empty());

    assertThat(load(text)).as(text).isEqualTo(drawn);
    assertThat(drawn.fuzz()).isEmpty();
    assertThat(drawn.seed()).isEqualTo(seed);
  }

  private static Scenario load(String text) throws IOException {
    Path file = Files.createTempFile("drawn", ".yaml");
    try {
      return LOADER.load(Files.writeString(file, text), List.of());
    } finally {
      Files.delete(file);
    }
  }
}
