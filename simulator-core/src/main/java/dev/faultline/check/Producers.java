package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Knows which operations may bring a state about. */
final class Producers {
  private final Partition<?, ?, ?> partition;

  // The operations that leave a certain state, as a chain for each state.
  private final int[] firstLeaving;
  private final int[] nextLeaving;

  /** The operations that may leave one of many states. */
  private final int[] varying;

  /** Looks at a partition with so many states that operations leave for certain. */
  Producers(Partition<?, ?, ?> partition, int states) {
    this.partition = partition;
    firstLeaving = new int[states];
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
  }

  /** Is there an operation with a property that may bring the state about? */
  boolean any(int state, IntPredicate property) {
    int first = state < firstLeaving.length ? firstLeaving[state] : NONE;
    for (int i = first; i != NONE; i = nextLeaving[i]) {
      if (property.test(i)) {
        return true;
      }
    }
    for (int i : varying) {
      if (property.test(i) && partition.mayLeave(i, state)) {
        return true;
      }
    }
    return false;
  }

  /** The only operation that may bring the state about; or {@link Partition#NONE}. */
  int only(int state) {
    int only = state < firstLeaving.length ? firstLeaving[state] : NONE;
    if (only != NONE && nextLeaving[only] != NONE) {
      return NONE;
    }
    for (int i : varying) {
      if (partition.mayLeave(i, state)) {
        if (only != NONE) {
          return NONE;
        }
        only = i;
      }
    }
    return only;
  }

  /** Is it certain that one operation leaves the state, however many others may? */
  boolean isLeft(int state) {
    int first = state < firstLeaving.length ? firstLeaving[state] : NONE;
    return first != NONE && partition.always(first);
  }
}
