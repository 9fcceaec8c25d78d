package dev.faultline.campaign.score;

import dev.faultline.scenario.Scenario;
import java.util.Optional;

/**
 * One campaign against one flaw.
 *
 * @param seeds how many were run, the last of them included
 * @param caught what the last of them found; empty when all passed
 * @param events of all runs
 * @param wallNanos how long it took
 */
public record Hunt(int seeds, Optional<Caught> caught, long events, long wallNanos) {
  /**
   * The first failure.
   *
   * @param check that was violated first
   * @param scenario as it was run
   * @param events of that run
   */
  public record Caught(String check, Scenario scenario, long events) {}

  /** Was the flaw found? */
  public boolean isCaught() {
    return caught.isPresent();
  }
}
