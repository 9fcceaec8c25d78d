package dev.faultline.campaign;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a campaign goes. What it finds in a seed depends on none of this.
 *
 * @param seeds to run, in order
 * @param time no seed is begun later, wall clock; empty for no limit
 * @param jobs how many seeds run at once; at least 1
 * @param stopAfter the campaign is over after so many failing seeds; empty for never
 * @param patience a handler or a check that runs longer is held for one that never returns, wall
 *     clock
 */
public record CampaignSettings(
    Seeds seeds, Optional<Duration> time, int jobs, OptionalLong stopAfter, Duration patience) {
  /** So many seeds, on one thread, with usual patience and no other limit. */
  public static CampaignSettings of(Seeds seeds) {
    return new CampaignSettings(
        seeds, Optional.empty(), 1, OptionalLong.empty(), Duration.ofSeconds(10));
  }

  /** The same within this time. */
  public CampaignSettings within(Duration limit) {
    return new CampaignSettings(seeds, Optional.of(limit), jobs, stopAfter, patience);
  }

  /** Is the time up for what began then, by {@link System#nanoTime}? */
  public boolean isUp(long began) {
    return time.isPresent() && System.nanoTime() - began > time.get().toNanos();
  }

  /** The same with what is left of the time of something that began then. */
  public CampaignSettings since(long began) {
    return time.map(limit -> within(limit.minusNanos(System.nanoTime() - began))).orElse(this);
  }

  /** The same until so many seeds have failed. */
  public CampaignSettings stoppingAfter(long failures) {
    return new CampaignSettings(seeds, time, jobs, OptionalLong.of(failures), patience);
  }

  /** The same on so many threads. */
  public CampaignSettings withJobs(int count) {
    return new CampaignSettings(seeds, time, count, stopAfter, patience);
  }
}
