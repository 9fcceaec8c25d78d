package dev.faultline.campaign;

import dev.faultline.scenario.Scenario;
import dev.faultline.values.Hash;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** A few seeds of a campaign, spread over all of them, whatever their number. */
final class Sample {
  private static final int SIZE = 16;

  private final NavigableMap<Long, Long> seedOfHash = new TreeMap<>();
  private final SortedMap<Long, Scenario> scenarioOfSeed = new TreeMap<>();

  /** Offers a seed: those with the lowest hashes are kept. */
  void offer(long seed, Scenario scenario) {
    seedOfHash.put(Hash.mix(seed), seed);
    scenarioOfSeed.put(seed, scenario);
    if (scenarioOfSeed.size() > SIZE) {
      scenarioOfSeed.remove(seedOfHash.pollLastEntry().getValue());
    }
  }

  /** What was run under the seeds that were kept, in their order. */
  List<Scenario> scenarios() {
    return List.copyOf(scenarioOfSeed.values());
  }
}
