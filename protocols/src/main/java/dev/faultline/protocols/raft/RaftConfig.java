package dev.faultline.protocols.raft;

import dev.faultline.values.About;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Durations;
import java.time.Duration;

/**
 * How a Raft system is set up.
 *
 * @param electionTimeout how long a follower hears no leader, or a candidate wins no election,
 *     before it starts the next one; drawn anew each time
 * @param heartbeat how often a leader makes itself heard; above 0, and below the shortest election
 *     timeout
 * @param entriesPerAppend the most log entries in one message; at least 1
 * @param clientRetry how long a client waits for an answer before it asks another server; above 0
 */
public record RaftConfig(
    @About(
            "How long a follower hears no leader, or a candidate wins no election, before it starts"
                + " the next one; drawn anew each time.")
        DurationRange electionTimeout,
    @About(
            "How often a leader makes itself heard; above 0 and below the shortest election"
                + " timeout.")
        Duration heartbeat,
    @About("The most log entries in one message; at least 1.") int entriesPerAppend,
    @About("How long a client waits for an answer before it asks another server; above 0.")
        Duration clientRetry) {

  /** The paper's timeouts (section 9.3), and a heartbeat of a third of the shortest. */
  public static final RaftConfig DEFAULT =
      new RaftConfig(
          DurationRange.parse("150ms..300ms"), Duration.ofMillis(50), 64, Duration.ofMillis(200));

  public RaftConfig {
    requirePositive("heartbeat", heartbeat);
    requirePositive("clientRetry", clientRetry);
    if (heartbeat.compareTo(electionTimeout.min()) >= 0) {
      throw new IllegalArgumentException(
          "heartbeat is below the shortest election timeout, got "
              + Durations.format(heartbeat)
              + " and "
              + electionTimeout);
    }
    if (entriesPerAppend < 1) {
      throw new IllegalArgumentException("entriesPerAppend is at least 1, got " + entriesPerAppend);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is above 0, got " + Durations.format(value));
    }
  }
}
