package dev.faultline.scenario.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five servers of Raft: two may stop for good, no disk may lose what it synced. */
class ToleranceTest {
  private static final Protocols PROTOCOLS = Protocols.installed();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faults: []",
        "faults: [{ every: 1s, for: 5s, crash: { target: all } }]",
        "faults: [{ at: 1s, crash: { target: [n1, n2] } }, { at: 2s, crash: { target: n2 } }]",
        "faults: [{ at: 1s, partition: { split: majority } }, { at: 1s, pause: { target: all } }]",
        "faults: [{ at: 1s, for: 1s, disk: { target: all, fail: true } }]",
        "faults: [{ at: 1s, for: 1s, clock: { target: all, drift: -50% } }]",
        "faults: [{ at: 1s, corrupt: {} }]",
        "network: { loss: 90%, duplicate: 90%, corrupt: 90% }",
        "network: { checksums: false }",
        "disk: { damage: 90%, holes: true }",
        "clocks: { drift: 50%, offset: 1h }"
      })
  void isTolerated(String world) throws IOException {
    assertThat(permits(world)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faults: [{ at: 1s, crash: { target: [n1, n2, n3] } }]",
        "faults: [{ at: 1s, crash: { target: [n1, n2] } }, { at: 2s, crash: { target: follower } }]",
        "faults: [{ at: 1s, for: 1s, wipe: { target: n1 } }]",
        "faults: [{ random: 1/h, for: 1s, wipe: { target: leader } }]",
        "faults: [{ at: 1s, disk: { target: n1, corrupt: 1% } }]",
        "disk: { checksums: false }",
        "network: { checksums: false, corrupt: 1% }",
        "network: { checksums: false, links: [{ from: n1, corrupt: 1% }] }",
        "network: { checksums: false }\nfaults: [{ at: 1s, corrupt: {} }]",
        "network: { checksums: false }\nfaults: [{ at: 1s, network: { corrupt: 1% } }]"
      })
  void isBeyondTheBudget(String world) throws IOException {
    assertThat(permits(world)).isFalse();
  }

  private boolean permits(String world) throws IOException {
    String text = "system: { protocol: raft, nodes: 5 }\n" + world + "\n";
    Path file = Files.writeString(folder.resolve("world.yaml"), text);
    Scenario scenario = new ScenarioLoader(PROTOCOLS).load(file, List.of());
    return Tolerance.permits(scenario, PROTOCOLS);
  }
}
