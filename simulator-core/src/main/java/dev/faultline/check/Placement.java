package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import java.util.Arrays;

/**
 * Which operations of a partition are placed in the order under construction, and which are still
 * to come. Everything is undone in reverse.
 */
final class Placement {
  private final Partition<?, ?, ?> partition;

  // Two rings of operations still to come, by invocation: completed ones around `completedEnd`,
  // those of unknown outcome around `unknownEnd`.
  private final int completedEnd;
  private final int unknownEnd;
  private final int[] next;
  private final int[] previous;

  private final long[] completedBits;
  private final long[] unknownBits;

  /** How many operations still to come need a state, by state. */
  private final int[] needs;

  private final int[] order;
  private int placed;

  /** Nothing is placed yet. */
  Placement(Partition<?, ?, ?> partition) {
    this.partition = partition;
    int size = partition.size();
    completedEnd = size;
    unknownEnd = size + 1;
    next = new int[size + 2];
    previous = new int[size + 2];
    completedBits = new long[words(partition.completed())];
    unknownBits = new long[words(size - partition.completed())];
    needs = new int[partition.named()];
    order = new int[size];
    next[completedEnd] = previous[completedEnd] = completedEnd;
    next[unknownEnd] = previous[unknownEnd] = unknownEnd;
    for (int i = 0; i < size; i++) {
      append(i, i < partition.completed() ? completedEnd : unknownEnd);
      if (partition.needed(i) != NONE) {
        needs[partition.needed(i)]++;
      }
    }
  }

  private static int words(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  private void append(int i, int end) {
    next[i] = end;
    previous[i] = previous[end];
    next[previous[end]] = i;
    previous[end] = i;
  }

  /** The first completed operation still to come; or {@link Partition#NONE}. */
  int firstCompleted() {
    return afterCompleted(completedEnd);
  }

  /** The next completed operation still to come after one that was so when asked for. */
  int afterCompleted(int i) {
    return next[i] == completedEnd ? NONE : next[i];
  }

  /** The first operation of unknown outcome still to come; or {@link Partition#NONE}. */
  int firstUnknown() {
    return afterUnknown(unknownEnd);
  }

  int afterUnknown(int i) {
    return next[i] == unknownEnd ? NONE : next[i];
  }

  /** Can an operation still be placed? */
  boolean isToCome(int i) {
    int bit = i - partition.completed();
    return bit < 0
        ? (completedBits[i >> 6] >>> i & 1) == 0
        : (unknownBits[bit >> 6] >>> bit & 1) == 0;
  }

  /** How many operations still to come need a state. */
  int needs(int state) {
    return state < needs.length ? needs[state] : 0;
  }

  /** How many operations are placed. */
  int placed() {
    return placed;
  }

  /** The operations placed, in order. */
  int[] order() {
    return Arrays.copyOf(order, placed);
  }

  void place(int i) {
    next[previous[i]] = next[i];
    previous[next[i]] = previous[i];
    order[placed++] = i;
    flip(i, 1);
  }

  /** Takes back the latest placements until so many are left. */
  void undo(int remaining) {
    while (placed > remaining) {
      int i = order[--placed];
      next[previous[i]] = i;
      previous[next[i]] = i;
      flip(i, -1);
    }
  }

  private void flip(int i, int sign) {
    int bit = i - partition.completed();
    if (bit < 0) {
      completedBits[i >> 6] ^= 1L << i;
    } else {
      unknownBits[bit >> 6] ^= 1L << bit;
    }
    if (partition.needed(i) != NONE) {
      needs[partition.needed(i)] -= sign;
    }
  }

  /** How many words {@link #write} may need. */
  int maxWords() {
    return 2 + unknownBits.length + completedBits.length;
  }

  /**
   * Writes a sequence of words that is the same exactly when the same operations are placed and the
   * state is the same.
   *
   * @return how many words
   */
  int write(int state, long[] words) {
    int base = next[completedEnd] == completedEnd ? partition.completed() : next[completedEnd];
    words[0] = (long) state << 32 | base;
    System.arraycopy(unknownBits, 0, words, 1, unknownBits.length);
    int length = 1 + unknownBits.length;
    int used = length;
    for (int i = base >> 6; i < completedBits.length && mayBePlaced(i << 6, base); i++) {
      words[length] = i == base >> 6 ? completedBits[i] & -1L << base : completedBits[i];
      if (words[length++] != 0) {
        used = length;
      }
    }
    return used;
  }

  /** Of the completed operations behind the first one to come, those that began before it ended. */
  private boolean mayBePlaced(int i, int first) {
    return i <= first || partition.invoked(i) <= partition.returned(first);
  }
}
