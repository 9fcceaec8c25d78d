package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import java.util.Arrays;

/** Knows which operations may bring a state about that others need. */
final class Producers {
  private final Partition<?, ?, ?> partition;
  private final Placement placement;

  // The operations that leave a state, as a chain for each state.
  private final int[] firstLeaving;
  private final int[] nextLeaving;

  private final int[] varying;
  private final int[] wantedStates;
  private final int[][] targets;

  Producers(Partition<?, ?, ?> partition, Placement placement) {
    this.partition = partition;
    this.placement = placement;
    firstLeaving = new int[partition.named()];
    nextLeaving = new int[partition.size()];
    Arrays.fill(firstLeaving, NONE);
    int[] found = new int[partition.size()];
    int count = 0;
    for (int i = partition.size() - 1; i >= 0; i--) {
      int left = partition.left(i);
      if (left >= 0) {
        nextLeaving[i] = firstLeaving[left];
        firstLeaving[left] = i;
      } else if (partition.varies(i)) {
        found[count++] = i;
      }
    }
    varying = Arrays.copyOf(found, count);
    wantedStates = count == 0 ? new int[0] : wantedStates();
    targets = new int[count == 0 ? 0 : partition.size()][];
  }

  private int[] wantedStates() {
    int[] states = new int[partition.named()];
    int count = 0;
    for (int state = 0; state < states.length; state++) {
      // A state that an operation leaves for certain seldom needs another to bring it about.
      if (placement.needs(state) > 0 && firstLeaving[state] == NONE) {
        states[count++] = state;
      }
    }
    return Arrays.copyOf(states, count);
  }

  /**
   * Would an operation, placed now, leave others without a state that they need?
   *
   * @param before the state now
   * @param after the state that it leaves
   */
  boolean strands(int before, int operation, int after) {
    int othersNeed = placement.needs(before) - (partition.needed(operation) == before ? 1 : 0);
    if (after != before && othersNeed > 0 && !canComeBack(before, operation)) {
      return true;
    }
    if (partition.varies(operation)) {
      for (int target : targets(operation)) {
        if (target != after && placement.needs(target) > 0 && !canComeBack(target, operation)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The needed states that an operation may leave. */
  private int[] targets(int operation) {
    if (targets[operation] == null) {
      targets[operation] =
          Arrays.stream(wantedStates)
              .filter(state -> partition.mayLeave(operation, state))
              .toArray();
    }
    return targets[operation];
  }

  /** Can an operation still to come, other than this one, bring a state about? */
  private boolean canComeBack(int state, int except) {
    for (int i = firstLeaving[state]; i != NONE; i = nextLeaving[i]) {
      if (i != except && placement.isToCome(i)) {
        return true;
      }
    }
    for (int i : varying) {
      if (i != except && placement.isToCome(i) && partition.mayLeave(i, state)) {
        return true;
      }
    }
    return false;
  }
}
