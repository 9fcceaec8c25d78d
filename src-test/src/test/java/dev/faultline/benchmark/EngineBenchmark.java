package dev.faultline.benchmark;

import dev.faultline.simulation.Simulation;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints nanoseconds per event of W1 and W2: by hand, on the public API, and their ratio. Rounds
 * are interleaved and the median counts.
 */
public final class EngineBenchmark {
  private static final int ROUNDS = 7;
  private static final long EVENTS = 4_000_000;

  private EngineBenchmark() {}

  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT,
        "%-14s %12s %12s %8s %14s %14s%n",
        "workload",
        "by hand, ns",
        "public, ns",
        "ratio",
        "events/s",
        "simulated/wall");
    for (String argument : arguments) {
      int size = Integer.parseInt(argument);
      gossip(size);
      phold(size);
    }
  }

  private static void gossip(int nodes) {
    FusedGossip fused = new FusedGossip(nodes, 1);
    Simulation simulation = new Gossip(nodes).simulation(1);
    double[] byHand = new double[ROUNDS];
    double[] onApi = new double[ROUNDS];
    double[] simulatedPerWall = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long print = fused.run(EVENTS);
      double hand = (System.nanoTime() - start) / (double) EVENTS;
      long first = simulation.events();
      long before = simulation.now().toNanos();
      start = System.nanoTime();
      while (simulation.events() - first < EVENTS) {
        simulation.step();
      }
      double wall = System.nanoTime() - start;
      if (round >= 0) {
        byHand[round] = hand + (print == 42 ? 1 : 0);
        onApi[round] = wall / EVENTS;
        simulatedPerWall[round] = (simulation.now().toNanos() - before) / wall;
      }
    }
    print("W2 " + nodes, median(byHand), median(onApi), median(simulatedPerWall));
  }

  private static void phold(int processes) {
    FusedPhold fused = new FusedPhold(processes, 1, 1);
    double[] byHand = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long print = fused.run(EVENTS);
      double hand = (System.nanoTime() - start) / (double) EVENTS;
      if (round >= 0) {
        byHand[round] = hand + (print == 42 ? 1 : 0);
      }
    }
    print("W1 " + processes + "x1", median(byHand), Double.NaN, Double.NaN);
  }

  private static void print(String name, double hand, double api, double simulated) {
    System.out.printf(
        Locale.ROOT,
        "%-14s %12.1f %12.1f %8.2f %14.0f %14.1f%n",
        name,
        hand,
        api,
        api / hand,
        1e9 / api,
        simulated);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
