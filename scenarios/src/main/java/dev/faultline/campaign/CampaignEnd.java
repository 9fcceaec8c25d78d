package dev.faultline.campaign;

import java.io.IOException;

/** Why a campaign ended. */
public sealed interface CampaignEnd {
  /** All seeds were run. */
  record AllSeeds() implements CampaignEnd {}

  /** The time was up. */
  record TimeUp() implements CampaignEnd {}

  /** Enough seeds failed. */
  record EnoughFailures() implements CampaignEnd {}

  /** Somebody interrupted it. */
  record Interrupted() implements CampaignEnd {}

  /** A handler never returned. */
  record Stuck(Hang hang) implements CampaignEnd {}

  /**
   * The memory was full.
   *
   * @param seed the first that could not be run
   */
  record OutOfMemory(long seed) implements CampaignEnd {}

  /** What was found could not be written. */
  record CannotWrite(IOException why) implements CampaignEnd {}
}
