package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed reads back equal, and says everything. */
class RoundTripTest {
  private final ScenarioLoader loader = new ScenarioLoader(ToyProtocol.INSTALLED);
  private final ScenarioWriter writer = new ScenarioWriter(ToyProtocol.INSTALLED);

  @TempDir private Path folder;

  static List<String> samples() throws IOException {
    return Samples.all();
  }

  @BeforeEach
  void measure() throws IOException {
    Files.writeString(folder.resolve("durations.csv"), "2ms\n\n  1ms\n1.5s\n");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsBackEqual(String text) throws IOException {
    Scenario scenario = load("sample.yaml", text);
    String printed = writer.print(scenario, Optional.empty());
    assertThat(load("printed.yaml", printed)).as(printed).isEqualTo(scenario);
    assertThat(writer.print(load("printed.yaml", printed), Optional.empty())).isEqualTo(printed);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsBackEqualWithoutWhatGoesWithoutSaying(String text) throws IOException {
    Scenario scenario = load("sample.yaml", text);
    String brief = writer.printBriefly(scenario);
    assertThat(load("brief.yaml", brief)).as(brief).isEqualTo(scenario);
  }

  @Test
  void defaultsAndUsualIdsAreLeftOut() throws IOException {
    String text =
        """
        name: brief
        duration: 2s
        system: { protocol: toy, config: { batch: 7 } }
        operations:
          - { at: 1s, client: c2, put: { key: k1, value: v1 } }
        faults:
          - { at: 1s, crash: { target: n1 } }
        checks: [toy]
        """;
    Scenario scenario = load("sample.yaml", text);
    Scenario renamed =
        scenario.edited(draft -> draft.faults = List.of(scenario.faults().getFirst().named("x")));

    assertThat(writer.printBriefly(scenario)).isEqualTo(text);
    assertThat(writer.printBriefly(renamed)).contains("{ id: x, at: 1s");
    assertThat(writer.withUsualIds(renamed)).isEqualTo(scenario);
  }

  @Test
  void theFirstLineNamesTheSchema() throws IOException {
    Scenario scenario = load("sample.yaml", "system: { protocol: toy }\n");
    assertThat(writer.print(scenario, Optional.of("../scenario.schema.json")))
        .startsWith("# yaml-language-server: $schema=../scenario.schema.json\nname: sample\n");
  }

  @Test
  void everyDefaultIsFilledIn() throws IOException {
    assertThat(writer.print(load("least.yaml", "system: { protocol: toy }\n"), Optional.empty()))
        .isEqualTo(
            """
            name: least
            about: ""
            seed: 1
            duration: 60s
            system:
              protocol: toy
              nodes: 3
              config:
                electionTimeout: 150ms..300ms
                heartbeat: 50ms
                batch: 64
                bytes: 1099511627776
                backoff: 1.5
                preVote: false
                sample: 12.5%
                drift: 200ppm
                mode: any-server
                label: "yes, it: is"
                work: 1ms
            network: { latency: 1ms, loss: 0%, duplicate: 0%, corrupt: 0%, fifo: false, checksums: true }
            disk: { sync: 500us, damage: 10%, holes: false, checksums: true }
            clocks: { drift: 0%, offset: 0s }
            checks: [toy]
            expect: pass
            recovery: true
            bounds: { events: 500000000, eventsPerInstant: 1000000 }
            """);
  }

  @Test
  void measuredDurationsAreWrittenOut() throws IOException {
    Scenario scenario =
        load(
            "sample.yaml",
            "system: { protocol: toy, serviceTime: { empirical: { file: durations.csv } } }\n");
    assertThat(writer.print(scenario, Optional.empty()))
        .contains("serviceTime: { empirical: [1ms, 2ms, 1.5s] }");
  }

  private Scenario load(String name, String text) throws IOException {
    return loader.load(Files.writeString(folder.resolve(name), text), List.of());
  }
}
