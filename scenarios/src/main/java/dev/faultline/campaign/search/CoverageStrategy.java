package dev.faultline.campaign.search;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Hash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Keeps the scenarios whose runs reached combinations of facts that no run before them had reached,
 * and changes them: another future from some moment on, or one part as another seed draws it. Every
 * other seed draws its scenario anew.
 */
final class CoverageStrategy implements Strategy {
  /** As many are kept; the oldest make room. */
  private static final int MOST_KEPT = 256;

  private static final long NAME = Hash.of("coverage");

  private final LongFunction<Scenario> swarm;
  private final Deque<Scenario> kept = new ArrayDeque<>();
  private final BitSet reached = new BitSet();

  CoverageStrategy(LongFunction<Scenario> swarm) {
    this.swarm = swarm;
  }

  @Override
  public Trial next(long seed) {
    KeyedRandom random = new KeyedRandom(Hash.combine(NAME, seed));
    Scenario drawn = swarm.apply(seed);
    if (kept.isEmpty() || random.nextBoolean()) {
      return new Trial(drawn, new FactPaths());
    }
    List<Scenario> candidates = new ArrayList<>(kept);
    Scenario parent = candidates.get(random.nextInt(candidates.size()));
    return new Trial(Mutation.of(parent, drawn, random), new FactPaths());
  }

  @Override
  public void learn(Trial trial, SeedRun run) {
    BitSet combinations = ((FactPaths) trial.observer()).combinations();
    int before = reached.cardinality();
    reached.or(combinations);
    if (reached.cardinality() == before || run.failed()) {
      return;
    }
    kept.addLast(trial.scenario());
    if (kept.size() > MOST_KEPT) {
      kept.removeFirst();
    }
  }
}
