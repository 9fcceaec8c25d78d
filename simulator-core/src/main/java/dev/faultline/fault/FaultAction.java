package dev.faultline.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * One fault: when, what, and for how long. The beginning and the end are one unit.
 *
 * @param id unique in the run; it enters the keys of what is drawn for the action
 * @param anchor when it begins
 * @param lasts how long; empty for the rest of the fault phase
 * @param effect what it does
 */
public record FaultAction(String id, Anchor anchor, Optional<Duration> lasts, Effect effect) {
  public FaultAction {
    lasts.ifPresent(duration -> Require.notNegative("for", duration));
  }
}
