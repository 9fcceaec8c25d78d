package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Knows which operations may bring a state about. */
final class Producers {
  private static final int UNASKED = NONE - 1;

  private final Partition<?, ?, ?> partition;

  // The operations that leave a certain state, as a chain for each state.
  private final int[] firstLeaving;
  private final int[] nextLeaving;

  /** The operations that may leave one of many states, the last first. */
  private final int[] varying;

  /** For states that were asked about: the last that may leave it, and whether others may too. */
  private int[] found;

  /** Looks at a partition with so many states that operations leave for certain. */
  Producers(Partition<?, ?, ?> partition, int states) {
    this.partition = partition;
    firstLeaving = new int[states];
    nextLeaving = new int[partition.size()];
    Arrays.fill(firstLeaving, NONE);
    int[] varies = new int[partition.size()];
    int count = 0;
    for (int i = partition.size() - 1; i >= 0; i--) {
      int left = partition.left(i);
      if (left >= 0) {
        nextLeaving[i] = firstLeaving[left];
        firstLeaving[left] = i;
      } else if (partition.varies(i)) {
        varies[count++] = i;
      }
    }
    varying = Arrays.copyOf(varies, count);
    found = new int[2 * states];
    Arrays.fill(found, UNASKED);
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
    if (only == NONE) {
      return severalVary(state) ? NONE : lastVarying(state);
    }
    return nextLeaving[only] == NONE && lastVarying(state) == NONE ? only : NONE;
  }

  /** The last of the operations which leave one of many states that may leave this one. */
  int lastVarying(int state) {
    int who = whoVaries(state);
    return who == NONE ? NONE : who / 2;
  }

  /** Is it not the only one? */
  boolean severalVary(int state) {
    int who = whoVaries(state);
    return who != NONE && who % 2 == 1;
  }

  /** Looking through all of them is slow, and everybody asks about the same states. */
  private int whoVaries(int state) {
    if (state >= found.length) {
      int known = found.length;
      found = Arrays.copyOf(found, 2 * state + 1);
      Arrays.fill(found, known, found.length, UNASKED);
    }
    if (found[state] == UNASKED) {
      found[state] = findVarying(state);
    }
    return found[state];
  }

  private int findVarying(int state) {
    int place = placeVarying(0, state);
    if (place == varying.length) {
      return NONE;
    }
    boolean several = placeVarying(place + 1, state) < varying.length;
    return 2 * varying[place] + (several ? 1 : 0);
  }

  private int placeVarying(int from, int state) {
    int place = from;
    while (place < varying.length && !partition.mayLeave(varying[place], state)) {
      place++;
    }
    return place;
  }

  /** Is it certain that one operation leaves the state, however many others may? */
  boolean isLeft(int state) {
    int first = state < firstLeaving.length ? firstLeaving[state] : NONE;
    return first != NONE && partition.always(first);
  }
}
