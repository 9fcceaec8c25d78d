package dev.faultline.campaign.search;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.random.Chance;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Hash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Gives the delays of each run random priorities with few change points.
 *
 * <p>Source: Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with
 * Probabilistic Guarantees of Finding Bugs", ASPLOS 2010. A bug of depth d needs d - 1 change
 * points; most bugs are shallow.
 */
final class PctStrategy implements Strategy {
  private static final int MOST_CHANGES = 4;
  private static final long NAME = Hash.of("pct");

  private final LongFunction<Scenario> swarm;

  PctStrategy(LongFunction<Scenario> swarm) {
    this.swarm = swarm;
  }

  @Override
  public Trial next(long seed) {
    Scenario drawn = swarm.apply(seed);
    KeyedRandom random = new KeyedRandom(Hash.combine(NAME, seed));
    long salt = random.nextLong();
    int depth = random.nextInt(MOST_CHANGES + 1);
    long length = drawn.duration().toNanos();
    List<Duration> changes =
        Stream.generate(() -> Duration.ofNanos(random.nextLong(length))).limit(depth).toList();
    Chance chance = new Chance(List.of(), Optional.of(new Chance.Priorities(salt, changes)));
    return Trial.of(drawn.edited(draft -> draft.chance = Optional.of(chance)));
  }

  @Override
  public void learn(Trial trial, SeedRun run) {}
}
