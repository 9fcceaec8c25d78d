package dev.faultline.campaign.search;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.check.FactObserver;
import dev.faultline.scenario.Scenario;

/**
 * Decides which scenario a campaign runs for a seed. A campaign goes in generations: it asks for
 * the scenarios of a generation in the order of their seeds, runs them on as many threads as there
 * are, and then shows what came of them, again in the order of seeds. So a strategy may learn, and
 * still nothing depends on the number of threads. It is called by one thread at a time.
 *
 * <p>Every scenario is complete: run on its own, it runs the same way. Its own seed need not be the
 * one that the campaign asked for: a strategy that changes an earlier scenario keeps the seed of
 * that one, so that both have the same past.
 */
public interface Strategy {
  /** One scenario to run, and who watches it for the strategy. */
  record Trial(Scenario scenario, FactObserver observer) {
    /** Nobody watches. */
    public static Trial of(Scenario scenario) {
      return new Trial(scenario, (fact, node, time, event) -> {});
    }
  }

  /** The scenario of the next seed. */
  Trial next(long seed);

  /** A run of this generation is over. */
  void learn(Trial trial, SeedRun run);
}
