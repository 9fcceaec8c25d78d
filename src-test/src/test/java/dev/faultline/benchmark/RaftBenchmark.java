package dev.faultline.benchmark;

import com.sun.management.ThreadMXBean;
import dev.faultline.check.Ending;
import dev.faultline.check.Validation;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints how fast whole scenarios run with all their checks on: events per second, simulated time
 * per wall time, bytes allocated per event; the share of the history check; the cost of setting a
 * simulation up; and an idle cluster.
 *
 * <p>Argument: the scenario file.
 */
public final class RaftBenchmark {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 25;

  private RaftBenchmark() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Protocols protocols = Protocols.installed();
    ScenarioLoader loader = new ScenarioLoader(protocols);
    Scenario scenario = loader.load(file, List.of());
    whole(scenario, protocols);
    setUp(scenario, protocols);
    idle(loader, file, protocols);
  }

  private static void whole(Scenario scenario, Protocols protocols) {
    double[] nanosPerEvent = new double[ROUNDS];
    double[] simulatedPerWall = new double[ROUNDS];
    double[] bytesPerEvent = new double[ROUNDS];
    double[] historyShare = new double[ROUNDS];
    long events = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      PreparedRun run = scenario.withSeed(round + 1000L).prepare(protocols);
      long bytes = allocated();
      long start = System.nanoTime();
      RunResult result = simulation(run).run();
      double wall = System.nanoTime() - start;
      bytes = allocated() - bytes;
      double history = historyCheck(run, result);
      if (round >= 0) {
        events += result.events();
        nanosPerEvent[round] = wall / result.events();
        simulatedPerWall[round] = result.end() / wall;
        bytesPerEvent[round] = bytes / (double) result.events();
        historyShare[round] = history / wall;
      }
    }
    double nanos = median(nanosPerEvent);
    print("events in a run", events / (double) ROUNDS, "");
    print("time per event", nanos, "ns");
    print("events per second", 1e9 / nanos, "");
    print("simulated per wall", median(simulatedPerWall), "");
    print("allocated per event", median(bytesPerEvent), "bytes");
    print("history check", 100 * median(historyShare), "% of the run");
  }

  private static double historyCheck(PreparedRun run, RunResult result) {
    Ending ending =
        new Ending(
            result.history(), result.duration(), result.end(), result.messages(), result.syncs());
    for (Validation validation : run.validations()) {
      if (validation.name().equals("linearizable")) {
        long start = System.nanoTime();
        validation.judge(ending);
        return System.nanoTime() - start;
      }
    }
    return 0;
  }

  private static void setUp(Scenario scenario, Protocols protocols) {
    double[] millis = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      int times = 20;
      long start = System.nanoTime();
      for (int i = 0; i < times; i++) {
        simulation(scenario.withSeed(i).prepare(protocols));
      }
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6 / times;
      }
    }
    print("setting up", median(millis), "ms");
  }

  private static void idle(ScenarioLoader loader, Path file, Protocols protocols) {
    Scenario idle =
        loader.load(file, List.of("duration=1000s", "faults=[]", "workload=null", "checks=[raft]"));
    double[] millis = new double[5];
    for (int round = -3; round < millis.length; round++) {
      long start = System.nanoTime();
      RunResult result = simulation(idle.withSeed(round + 10L).prepare(protocols)).run();
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6;
      } else if (round == -1) {
        print("events in 1000 s idle", (double) result.events(), "");
      }
    }
    print("1000 s of an idle Raft", median(millis), "ms");
  }

  private static Simulation simulation(PreparedRun run) {
    return new Simulation(
        run.deployment(),
        run.settings(),
        Options.DEFAULT.checking(Optional.of(run.invariants()), run.validations()));
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }

  private static void print(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-24s %,16.2f %s%n", what, value, unit);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
