package dev.faultline.campaign.search;

import dev.faultline.scenario.Scenario;
import java.util.Locale;
import java.util.function.LongFunction;

/** The search strategies by name. */
public enum Search {
  /** Every seed draws its scenario, and chance answers within it. */
  RANDOM {
    @Override
    public Strategy over(LongFunction<Scenario> swarm) {
      return new RandomStrategy(swarm);
    }
  },
  /** As random, with delays that have priorities and few moments at which these change. */
  PCT {
    @Override
    public Strategy over(LongFunction<Scenario> swarm) {
      return new PctStrategy(swarm);
    }
  },
  /** As random, half of the time; otherwise changes a run that went new ways. */
  COVERAGE {
    @Override
    public boolean learns() {
      return true;
    }

    @Override
    public Strategy over(LongFunction<Scenario> swarm) {
      return new CoverageStrategy(swarm);
    }
  };

  /** As the command line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Does what a seed runs depend on the seeds before it? */
  public boolean learns() {
    return false;
  }

  /**
   * A strategy for one campaign.
   *
   * @param swarm draws the scenario of a seed: complete, and with that seed
   */
  public abstract Strategy over(LongFunction<Scenario> swarm);
}
