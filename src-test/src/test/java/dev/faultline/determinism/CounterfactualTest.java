package dev.faultline.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.RunSettings;
import dev.faultline.simulation.Simulation;
import dev.faultline.trace.Leadership;
import dev.faultline.trace.TraceEntry;
import dev.faultline.workload.PlannedOperation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CounterfactualTest {
  private record Winner(long term, String node) {}

  private record Run(RunResult result, List<Winner> winners, List<Long> times) {}

  private static Run run(RunSettings settings) {
    List<Winner> winners = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    Options options =
        Options.DEFAULT.tracing(entry -> {
          if (entry instanceof TraceEntry.Reported reported
              && reported.fact() instanceof Leadership leadership) {
            winners.add(new Winner(leadership.term(), reported.node().name()));
            times.add(reported.time());
          }
        });
    RunResult result = new Simulation(RaftScene.system(), settings, options).run();
    return new Run(result, winners, times);
  }

  @Test
  @DisplayName("a run from its recording has the same fingerprint")
  void replaysItsRecording() {
    for (long seed = 1; seed <= 20; seed++) {
      RunSettings settings = RaftScene.settings(seed);
      Run run = run(settings);
      RunSettings recorded = settings.replaying(run.result().actions(), run.result().operations());
      assertThat(run(recorded).result().fingerprint())
          .as("seed %d", seed)
          .isEqualTo(run.result().fingerprint());
    }
  }

  @Test
  @DisplayName("removing one client operation leaves the winners of later elections as they were")
  void keepsWinners() {
    int kept = 0;
    int seeds = 100;
    for (long seed = 1; seed <= seeds; seed++) {
      RunSettings settings = RaftScene.settings(seed);
      Run before = run(settings);
      List<PlannedOperation> operations = new ArrayList<>(before.result().operations());
      PlannedOperation removed = operations.remove(operations.size() / 8);
      Run after = run(settings.replaying(before.result().actions(), operations));
      assertThat(after.result().history()).hasSizeLessThan(before.result().history().size());
      if (later(before, removed).equals(later(after, removed))) {
        kept++;
      }
    }
    assertThat(kept).isGreaterThanOrEqualTo(95);
  }

  private static List<Winner> later(Run run, PlannedOperation removed) {
    List<Winner> later = new ArrayList<>();
    for (int i = 0; i < run.winners().size(); i++) {
      if (run.times().get(i) > removed.at().toNanos()) {
        later.add(run.winners().get(i));
      }
    }
    assertThat(later).isNotEmpty();
    return later;
  }
}
