package dev.faultline.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.simulation.Options;
import dev.faultline.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderOfRunsTest {
  private static Simulation simulation(long seed) {
    return new Simulation(RaftScene.system(), RaftScene.settings(seed), Options.DEFAULT);
  }

  private static Map<Long, Long> fingerprints(List<Long> seeds) {
    Map<Long, Long> bySeed = new TreeMap<>();
    seeds.forEach(seed -> bySeed.put(seed, simulation(seed).run().fingerprint()));
    return bySeed;
  }

  @Test
  @DisplayName("the order of runs in one JVM changes no fingerprint")
  void orderDoesNotMatter() {
    List<Long> upwards = LongStream.rangeClosed(1, 20).boxed().toList();
    Map<Long, Long> first = fingerprints(upwards);
    assertThat(fingerprints(upwards.reversed())).isEqualTo(first);
    assertThat(first.values()).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("simulations that take turns have the fingerprints of simulations on their own")
  void interleavingDoesNotMatter() {
    List<Simulation> together = new ArrayList<>();
    for (long seed = 1; seed <= 5; seed++) {
      together.add(simulation(seed));
    }
    for (int step = 1; step <= 40; step++) {
      for (Simulation each : together) {
        each.runUntil(Duration.ofMillis(step * 100L));
      }
    }
    for (int i = 0; i < together.size(); i++) {
      Simulation alone = simulation(i + 1);
      alone.runUntil(Duration.ofSeconds(4));
      assertThat(together.get(i).fingerprint()).isEqualTo(alone.fingerprint());
    }
  }

  @Test
  @DisplayName("tracing changes neither fingerprint nor number of events")
  void tracingDoesNotMatter() {
    for (long seed = 1; seed <= 5; seed++) {
      Simulation plain = simulation(seed);
      List<Object> trace = new ArrayList<>();
      Simulation traced =
          new Simulation(
              RaftScene.system(), RaftScene.settings(seed), Options.DEFAULT.tracing(trace::add));
      plain.run();
      traced.run();
      assertThat(traced.fingerprint()).isEqualTo(plain.fingerprint());
      assertThat(traced.events()).isEqualTo(plain.events());
      assertThat(trace).isNotEmpty();
    }
  }
}
