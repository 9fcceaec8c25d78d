package dev.faultline.campaign.search;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.scenario.Scenario;
import java.util.function.LongFunction;

/** Draws the scenario of each seed and learns nothing. */
final class RandomStrategy implements Strategy {
  private final LongFunction<Scenario> swarm;

  RandomStrategy(LongFunction<Scenario> swarm) {
    this.swarm = swarm;
  }

  @Override
  public Trial next(long seed) {
    return Trial.of(swarm.apply(seed));
  }

  @Override
  public void learn(Trial trial, SeedRun run) {}
}
