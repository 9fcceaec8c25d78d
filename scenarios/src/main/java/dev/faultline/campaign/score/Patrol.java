package dev.faultline.campaign.score;

import dev.faultline.campaign.search.Search;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the correct protocol fared.
 *
 * @param seeds how many were run
 * @param alarms violations, all of them false
 * @param undecided runs that decided nothing
 * @param events of all runs
 * @param wallNanos how long one thread would have taken
 */
public record Patrol(
    Search search, int seeds, List<Alarm> alarms, int undecided, long events, long wallNanos) {
  public Patrol {
    alarms = List.copyOf(alarms);
  }

  /**
   * A false alarm.
   *
   * @param seed that the campaign asked for
   * @param check that was violated first
   * @param message of the violation
   */
  public record Alarm(long seed, String check, String message) {}

  /** Both one after the other. */
  Patrol and(Patrol next) {
    return new Patrol(
        search,
        seeds + next.seeds,
        Stream.concat(alarms.stream(), next.alarms.stream()).toList(),
        undecided + next.undecided,
        events + next.events,
        wallNanos + next.wallNanos);
  }
}
