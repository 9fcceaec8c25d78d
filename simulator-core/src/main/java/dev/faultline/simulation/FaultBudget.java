package dev.faultline.simulation;

/**
 * What a system tolerates without breaking a promise. Any loss, delay, duplication, reordering and
 * partition of messages is always within the budget.
 *
 * @param stopped how many servers may be down, paused or cut off at once for it to stay available
 * @param wiped how many servers may lose their disk, over the whole run
 * @param anyClock does it stay safe whatever the clocks do?
 * @param diskDamage does it stay safe when synced records turn out damaged?
 */
public record FaultBudget(int stopped, int wiped, boolean anyClock, boolean diskDamage) {
  /** The budget of a crash-tolerant majority system of {@code nodes} servers: f of 2f + 1. */
  public static FaultBudget majority(int nodes) {
    return new FaultBudget((nodes - 1) / 2, 0, true, false);
  }
}
