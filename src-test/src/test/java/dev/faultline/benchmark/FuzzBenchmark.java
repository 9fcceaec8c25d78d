package dev.faultline.benchmark;

import com.sun.management.ThreadMXBean;
import dev.faultline.campaign.Campaign;
import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.CampaignWatcher;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.Vocabulary;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Prints how fast a campaign is with all checks on: where the time of a seed goes, events per
 * second on one thread and on two, and how much memory is in use as the campaign goes on.
 *
 * <p>Arguments: the scenario file; how many seeds the campaign for the memory has.
 */
public final class FuzzBenchmark {
  private static final int WARM_UP = 4_000;
  private static final int SEEDS = 1_000;
  private static final int ROUNDS = 7;
  private static final int LOOKS = 5;

  private final Scenario scenario;
  private final Swarm swarm;
  private final SeedRunner runner;
  private final Collection<String> facts;

  private FuzzBenchmark(Scenario scenario, Protocols protocols) {
    this.scenario = scenario;
    this.swarm = new Swarm(protocols);
    this.runner = new SeedRunner(protocols);
    this.facts = Vocabulary.of(scenario.prepare(protocols).deployment()).facts();
  }

  public static void main(String[] arguments) {
    Protocols protocols = Protocols.installed();
    Scenario scenario = new ScenarioLoader(protocols).load(Path.of(arguments[0]), List.of());
    FuzzBenchmark benchmark = new FuzzBenchmark(scenario, protocols);
    benchmark.campaign(2, new Seeds(1, WARM_UP), CampaignWatcher.NONE);
    benchmark.parts();
    benchmark.jobs();
    benchmark.memory(Long.parseLong(arguments[1]));
  }

  private CampaignResult campaign(int jobs, Seeds seeds, CampaignWatcher watcher) {
    return Campaign.run(
        CampaignSettings.of(seeds).withJobs(jobs),
        Search.RANDOM.over(seed -> swarm.draw(scenario, seed)),
        facts,
        runner,
        watcher);
  }

  /** Where the time of this thread goes. */
  private void parts() {
    List<Scenario> drawn = new ArrayList<>();
    long[] cost = new long[3];
    long events = 0;
    long bytes = allocated();
    long start = cpu();
    for (int i = 0; i < SEEDS; i++) {
      drawn.add(swarm.draw(scenario, WARM_UP + i));
    }
    cost[0] = cpu() - start;
    start = cpu();
    for (Scenario each : drawn) {
      each.prepare(runner.protocols());
    }
    cost[1] = cpu() - start;
    start = cpu();
    for (Scenario each : drawn) {
      events += runner.run(each).result().events();
    }
    cost[2] = cpu() - start;
    bytes = allocated() - bytes;
    print("events of a seed", events / (double) SEEDS, "");
    print("to draw a seed", cost[0] / 1e3 / SEEDS, "µs");
    print("to prepare a seed", cost[1] / 1e3 / SEEDS, "µs");
    print("to run a seed", cost[2] / 1e3 / SEEDS, "µs");
    print("allocated per event", bytes / (double) events, "bytes");
    print("events per CPU second", events * 1e9 / (cost[0] + cost[1] + cost[2]), "");
  }

  private void jobs() {
    double[] one = new double[ROUNDS];
    double[] two = new double[ROUNDS];
    double[] gain = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Seeds seeds = new Seeds(1_000_000 + (long) round * SEEDS, SEEDS);
      one[round] = eventsPerSecond(campaign(1, seeds, CampaignWatcher.NONE));
      two[round] = eventsPerSecond(campaign(2, seeds, CampaignWatcher.NONE));
      gain[round] = two[round] / one[round];
    }
    print("events/s with one job", median(one), "");
    print("events/s with two jobs", median(two), "");
    print("gain of the second job", median(gain), "");
  }

  private void memory(long seeds) {
    long every = Math.max(1, seeds / LOOKS);
    CampaignWatcher look =
        new CampaignWatcher() {
          @Override
          public void counted(SeedCounts counts, int groups, long simulatedNanos) {
            if (counts.total() % every == 0) {
              print("MB after " + counts.total() + " seeds", usedMegabytes(), "");
            }
          }
        };
    campaign(2, new Seeds(2_000_000, seeds), look);
  }

  private static double usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  private static double eventsPerSecond(CampaignResult result) {
    return result.events() * 1e9 / result.wallNanos();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }

  private static void print(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-28s %,16.2f %s%n", what, value, unit);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
