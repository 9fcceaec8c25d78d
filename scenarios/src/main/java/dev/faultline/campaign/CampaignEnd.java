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

  /** A handler or a check never returned. */
  record Stuck(Hang hang) implements CampaignEnd {}

  /**
   * A seed could not be run: this program, or the machine, is at fault.
   *
   * @param seed the first one
   */
  record Broke(long seed, Throwable thrown) implements CampaignEnd {}

  /** What was found could not be written. */
  record CannotWrite(IOException why) implements CampaignEnd {}
}
