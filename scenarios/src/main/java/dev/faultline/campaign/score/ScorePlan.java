package dev.faultline.campaign.score;

import dev.faultline.campaign.search.Search;
import dev.faultline.simulation.Flaw;
import java.util.List;

/**
 * What is scored, and how thoroughly.
 *
 * @param protocol its name
 * @param flaws of the protocol, to be found
 * @param searches the strategies that look for them; the first is shrunk and decides
 * @param campaigns of each strategy against each flaw
 * @param seeds of a campaign, at most: it is over when it finds something
 * @param cleanSeeds that the correct protocol has to survive, of each strategy; 0 for none
 * @param baseSeed the first seed of the first campaign; all strategies and flaws use the same ones
 * @param jobs how many campaigns run at once
 */
public record ScorePlan(
    String protocol,
    List<Flaw> flaws,
    List<Search> searches,
    int campaigns,
    int seeds,
    int cleanSeeds,
    long baseSeed,
    int jobs) {
  /**
   * Seeds below this one are for tuning the swarm and the strategies. A table that is to be
   * believed uses none of them.
   */
  public static final long FIRST_REPORTED_SEED = 1_000_000;

  public ScorePlan {
    flaws = List.copyOf(flaws);
    searches = List.copyOf(searches);
  }

  /** Were some of the seeds there to be tuned with? */
  public boolean usesTuningSeeds() {
    return baseSeed < FIRST_REPORTED_SEED;
  }

  /** The first seed of a campaign. */
  long firstSeed(int campaign) {
    return baseSeed + (long) campaign * seeds;
  }
}
