package dev.faultline.check;

import dev.faultline.history.Operation;
import java.util.List;

/**
 * A run that is over, as validations see it.
 *
 * @param history every operation, by invocation
 * @param duration length of the fault phase, virtual nanoseconds; operations intended later belong
 *     to the recovery and do not count for thresholds
 * @param end when the run ended, virtual nanoseconds
 * @param messages messages sent in the fault phase
 * @param syncs disk syncs completed in the fault phase
 */
public record Ending(List<Operation> history, long duration, long end, long messages, long syncs) {
  public Ending {
    history = List.copyOf(history);
  }
}
