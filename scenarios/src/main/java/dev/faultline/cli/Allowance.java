package dev.faultline.cli;

import dev.faultline.campaign.CampaignSettings;
import java.time.Duration;
import java.util.Optional;

/** What several campaigns may use up together: a time, and a number of failures. */
final class Allowance {
  private final CampaignSettings each;
  private final Optional<Duration> time;
  private final long began = System.nanoTime();
  private int campaigns;
  private long failures;

  /**
   * @param each the settings of one campaign, which says after how many failures all are over
   * @param time of all of them; empty for no limit
   * @param campaigns how many there are
   */
  Allowance(CampaignSettings each, Optional<Duration> time, int campaigns) {
    this.each = each;
    this.time = time;
    this.campaigns = campaigns;
  }

  /** The settings of the next campaign: it gets a fair share of the time that is left. */
  CampaignSettings settings() {
    CampaignSettings settings = each;
    if (each.stopAfter().isPresent()) {
      settings = settings.stoppingAfter(each.stopAfter().getAsLong() - failures);
    }
    return time.isPresent() ? settings.within(left(time.get()).dividedBy(campaigns)) : settings;
  }

  private Duration left(Duration all) {
    Duration left = all.minusNanos(System.nanoTime() - began);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** A campaign is over. */
  void spend(long failed) {
    failures += failed;
    campaigns--;
  }

  /** May no campaign begin any more? */
  boolean isSpent() {
    return each.stopAfter().isPresent() && failures >= each.stopAfter().getAsLong();
  }
}
