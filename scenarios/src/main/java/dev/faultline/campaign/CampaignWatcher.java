package dev.faultline.campaign;

import java.io.IOException;

/** Somebody who follows a campaign; always called by the thread that runs it. */
public interface CampaignWatcher {
  /** Nobody. */
  CampaignWatcher NONE = new CampaignWatcher() {};

  /**
   * One more seed counts.
   *
   * @param counts so far
   * @param groups how many kinds of failure so far
   * @param simulatedNanos virtual time so far
   */
  default void counted(SeedCounts counts, int groups, long simulatedNanos) {}

  /**
   * A group of failures is new, or has a smaller failure than before.
   *
   * @throws IOException when it cannot be kept; the campaign ends
   */
  default void found(FailureGroup group) throws IOException {}

  /** Asked now and then: should the campaign end before its time? */
  default boolean interrupts() {
    return false;
  }
}
