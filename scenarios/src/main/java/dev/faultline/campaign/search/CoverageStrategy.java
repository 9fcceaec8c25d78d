package dev.faultline.campaign.search;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Hash;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Keeps the scenarios whose runs reached combinations of facts that no run before them had reached,
 * and changes them. Of those that are kept, the ones with the rarest combinations are changed most
 * often, as in AFLFast (Böhme, Pham and Roychoudhury, CCS 2016). Every other seed draws its
 * scenario anew.
 */
final class CoverageStrategy implements Strategy {
  /** As many are kept; then the one with the least rare combinations makes room. */
  private static final int MOST_KEPT = 256;

  /** The rarest of so many is changed. */
  private static final int CANDIDATES = 4;

  private static final long NAME = Hash.of("coverage");

  private final LongFunction<Scenario> swarm;
  private final List<Kept> kept = new ArrayList<>();

  /** How many runs reached each combination. */
  private final int[] reached = new int[FactPaths.COMBINATIONS];

  private record Kept(Scenario scenario, BitSet combinations) {}

  CoverageStrategy(LongFunction<Scenario> swarm) {
    this.swarm = swarm;
  }

  @Override
  public Trial next(long seed) {
    KeyedRandom random = new KeyedRandom(Hash.combine(NAME, seed));
    Scenario drawn = swarm.apply(seed);
    return kept.isEmpty() || random.nextBoolean()
        ? new Trial(drawn, new FactPaths())
        : new Trial(Mutation.of(parent(random), drawn, random), new FactPaths());
  }

  private Scenario parent(KeyedRandom random) {
    Kept best = kept.get(random.nextInt(kept.size()));
    for (int i = 1; i < CANDIDATES; i++) {
      Kept other = kept.get(random.nextInt(kept.size()));
      best = rarity(other) < rarity(best) ? other : best;
    }
    return best.scenario();
  }

  /** How many runs reached the rarest of the combinations. */
  private int rarity(Kept one) {
    return one.combinations().stream().map(combination -> reached[combination]).min().orElse(0);
  }

  @Override
  public void learn(Trial trial, SeedRun run) {
    BitSet combinations = ((FactPaths) trial.observer()).combinations();
    boolean isNew = combinations.stream().anyMatch(combination -> reached[combination] == 0);
    combinations.stream().forEach(combination -> reached[combination]++);
    if (isNew && !run.failed()) {
      keep(new Kept(trial.scenario(), combinations));
    }
  }

  private void keep(Kept one) {
    kept.add(one);
    if (kept.size() > MOST_KEPT) {
      kept.remove(
          IntStream.range(0, kept.size())
              .boxed()
              .max(Comparator.comparingInt(place -> rarity(kept.get(place))))
              .orElseThrow()
              .intValue());
    }
  }
}
