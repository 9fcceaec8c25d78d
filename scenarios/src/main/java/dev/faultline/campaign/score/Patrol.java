package dev.faultline.campaign.score;

import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.search.Search;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the correct protocol fared.
 *
 * @param counts of the seeds
 * @param alarms violations that look alike, all of them false
 * @param events of all runs
 * @param wallNanos how long one thread took
 */
public record Patrol(
    Search search, SeedCounts counts, List<FailureGroup> alarms, long events, long wallNanos) {
  public Patrol {
    alarms = List.copyOf(alarms);
  }

  /** Both one after the other. */
  Patrol and(Patrol next) {
    return new Patrol(
        search,
        counts.plus(next.counts),
        Stream.concat(alarms.stream(), next.alarms.stream()).toList(),
        events + next.events,
        wallNanos + next.wallNanos);
  }
}
