package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.FaultAction;
import dev.faultline.random.Distribution;
import dev.faultline.values.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the command line. */
class OverridesTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("base.yaml"),
            """
            system: { protocol: toy, nodes: 5 }
            network: { latency: { lognormal: { median: 1ms, p99: 8ms } } }
            workload: { rate: 10/s, clients: 2 }
            faults:
              - { id: a, at: 10s, crash: { target: n1 } }
              - { id: b, at: 20s, crash: { target: n2 } }
            """);
  }

  @Test
  void replaceWhatIsThere() {
    assertThat(load("system.nodes=7").system().nodes()).hasSize(7);
    assertThat(load("network.latency.lognormal.p99=9ms").network().latency())
        .isEqualTo(new Distribution.Lognormal(Duration.ofMillis(1), Duration.ofMillis(9)));
    assertThat(load("faults[1].at=5s").faults().get(1))
        .isInstanceOfSatisfying(
            Fault.Once.class,
            once -> assertThat(at(once.action())).isEqualTo(Duration.ofSeconds(5)));
  }

  @Test
  void addWhatIsNotThere() {
    assertThat(load("network.loss=2%").network().loss()).isEqualTo(new Share(0.02));
    assertThat(load("system.config.batch=3").system().config())
        .hasFieldOrPropertyWithValue("batch", 3);
    assertThat(load("disk={ holes: true }").disk().holes()).isTrue();
  }

  @Test
  void removeWithNull() {
    assertThat(load("workload.rate=null").workload().orElseThrow().rate()).isEmpty();
    assertThat(load("faults[0]=null").faults()).extracting(Fault::id).containsExactly("b");
    assertThat(load("faults=[]").faults()).isEmpty();
  }

  @Test
  void applyInOrder() {
    assertThat(load("seed=2", "seed=3").seed()).isEqualTo(3);
    assertThat(load("faults[0]=null", "faults[0].id=c").faults())
        .extracting(Fault::id)
        .containsExactly("c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network.los=2% | network.los: unknown key, expected latency, loss, duplicate, corrupt,"
            + " burst, fifo, checksums or links; did you mean 'loss'?",
        "netwrok.loss=2% | netwrok: unknown key; did you mean 'network'?",
        "network.loss=200% | network.loss: a share is between 0% and 100%, got 200%",
        "faults[2].at=1s | faults has 2 entries, from [0]",
        "faults.at=1s | faults is a list; name an entry by its number, [0]",
        "seed[0]=1 | seed is not a list",
        "[0]=1 | the scenario is not a list",
        "workload.rate.max=1 | workload.rate is '10/s'",
        "seed= | expected a value after '=', or null for none",
        "seed | expected path=value such as network.loss=2%",
        "=1 | expected path=value such as network.loss=2%",
        "a..b=1 | expected path=value such as network.loss=2%",
        "faults[x]=1 | expected path=value such as network.loss=2%",
        "seed=[1 | not YAML: expected ',' or ']', but got <stream end> (while parsing a flow"
            + " sequence, begun in line 1)"
      })
  void mistakesNameTheOverride(String override, String problem) {
    assertThatThrownBy(() -> load(override)).hasMessage("--set " + override + ": " + problem);
  }

  @Test
  void mistakesThatTheyBringToLightAreWhereTheyAre() {
    assertThatThrownBy(() -> load("duration=15s"))
        .hasMessage(file + ":6:18: faults[1].at: expected a time before the end at 15s, got '20s'");
    assertThatThrownBy(() -> load("system.protocol=null"))
        .hasMessage(
            file
                + ":1:9: system.protocol: expected a protocol on the class path (toy), got nothing");
  }

  private static Duration at(FaultAction action) {
    return ((Anchor.At) action.anchor()).time();
  }

  private Scenario load(String... overrides) {
    return new ScenarioLoader(ToyProtocol.INSTALLED).load(file, List.of(overrides));
  }
}
