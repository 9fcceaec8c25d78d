package dev.faultline.campaign;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.values.Hash;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** A few seeds of a campaign, spread over all of them, whatever their number. */
final class Sample {
  private static final int SIZE = 16;

  private final NavigableMap<Long, Long> seedOfHash = new TreeMap<>();
  private final SortedMap<Long, SampledRun> runOfSeed = new TreeMap<>();

  /** Offers a seed: those with the lowest hashes are kept. */
  void offer(long seed, SeedRun run) {
    seedOfHash.put(Hash.mix(seed), seed);
    runOfSeed.put(seed, new SampledRun(run.scenario(), run.result().fingerprint()));
    if (runOfSeed.size() > SIZE) {
      runOfSeed.remove(seedOfHash.pollLastEntry().getValue());
    }
  }

  /** The runs of the seeds that were kept, in their order. */
  List<SampledRun> runs() {
    return List.copyOf(runOfSeed.values());
  }
}
