package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import java.util.Arrays;

/**
 * Looks for an order of a partition's operations that one copy of the service could have performed
 * and that agrees with the times: nothing comes before an operation that had ended when it began.
 *
 * <p>Source: Wing and Gong, "Testing and Verifying Concurrent Objects" (JPDC 1993), with the memory
 * of configurations of Lowe, "Testing for Linearizability" (CCPE 2017). What is added saves time
 * and does not change the answer:
 *
 * <ul>
 *   <li>A completed operation that never changes the state comes as soon as it is possible, without
 *       trying the alternatives: in any order that has it later it can be moved here.
 *   <li>Of operations that can stand in for one another only one is tried.
 *   <li>A state is not left while an operation that needs it is still to come and nothing can bring
 *       the state back.
 *   <li>Of the operations possible now, the one that {@link Companies#preferences} like best is
 *       tried first; those of unknown outcome are tried when all others have been.
 * </ul>
 */
final class Search {
  /** How a search ended. */
  enum End {
    /** An order was found. */
    FOUND,
    /** There is none. */
    EXHAUSTED,
    /** A bound was hit. */
    GAVE_UP
  }

  /** What a remembered step takes, about, in words. */
  private static final long STEP_WORDS = 4;

  private final Partition<?, ?, ?> partition;
  private final Placement placement;
  private final boolean thrifty;
  private final Budget budget;
  private final long[] preferences;
  private final Configurations visited = new Configurations();
  private final long[] words;

  private int state;

  // One frame for each decision that is open: the state and what was placed when it came up; its
  // candidates, which lie in one pool; whether the situation is among those visited; whether the
  // operations of unknown outcome are among the candidates.
  private int[] frameState = new int[32];
  private int[] framePlaced = new int[32];
  private int[] frameNext = new int[32];
  private int[] frameEnd = new int[32];
  private boolean[] frameRemembered = new boolean[32];
  private boolean[] frameExtended = new boolean[32];
  private int frames;
  private int[] pool = new int[64];
  private int pooled;

  /**
   * Nothing is searched yet.
   *
   * @param preferences of candidates the one with the least is tried first
   * @param thrifty whether an operation of unknown outcome is placed only where that seems to help;
   *     then only an order that is found is conclusive
   */
  Search(Partition<?, ?, ?> partition, long[] preferences, boolean thrifty, Budget budget) {
    this.partition = partition;
    this.preferences = preferences;
    this.budget = budget;
    placement = new Placement(partition);
    this.thrifty = thrifty;
    words = new long[placement.maxWords()];
    state = partition.initial();
  }

  /** The operations placed: the order that was found, if one was. */
  int[] order() {
    return placement.order();
  }

  End run() {
    collect();
    open(false);
    while (!isComplete()) {
      if (budget.isSpent(visited.words() + STEP_WORDS * partition.remembered())) {
        return End.GAVE_UP;
      }
      if (frames == 0) {
        return End.EXHAUSTED;
      }
      if (frameNext[frames - 1] < frameEnd[frames - 1]) {
        advance(pool[frameNext[frames - 1]++]);
      } else if (!extend()) {
        close();
      }
    }
    return End.FOUND;
  }

  private boolean isComplete() {
    return placement.firstCompleted() == NONE;
  }

  /** Places a candidate of the latest decision, unless that leads nowhere. */
  private void advance(int candidate) {
    int after = partition.step(state, candidate);
    if (strands(candidate, after)) {
      return;
    }
    placement.place(candidate);
    state = after;
    collect();
    // A decision between fewer than two candidates need not be remembered.
    boolean simple = pooled - frameEnd[frames - 1] < 2;
    if (simple || isComplete() || isNew()) {
      open(!simple);
    } else {
      backToLatest();
    }
  }

  private boolean isNew() {
    return visited.add(words, placement.write(state, words));
  }

  /**
   * Offers the operations of unknown outcome as candidates, when the completed ones led nowhere.
   *
   * @return false when there are none, or they were offered in the same situation before
   */
  private boolean extend() {
    int frame = frames - 1;
    if (frameExtended[frame]) {
      return false;
    }
    frameExtended[frame] = true;
    collectUnknown();
    boolean worthwhile = pooled > frameEnd[frame] && (frameRemembered[frame] || isNew());
    frameEnd[frame] = worthwhile ? pooled : frameEnd[frame];
    pooled = frameEnd[frame];
    return worthwhile;
  }

  private void collectUnknown() {
    long deadline = deadline();
    int spares = thrifty && !isAnyoneStuck(deadline) ? 1 : 0;
    for (int i = placement.firstUnknown();
        i != NONE && partition.invoked(i) <= deadline;
        i = placement.afterUnknown(i)) {
      int after = isFree(i) ? step(i) : NONE;
      if (after == NONE || after == state) {
        continue;
      }
      // All it does is do away with the present state: one of that kind will do.
      boolean eraser = placement.needs(after) == 0 && (thrifty || partition.isBlank(i));
      if (!eraser || spares == 0) {
        add(i, frameEnd[frames - 1]);
      }
      spares += eraser ? 1 : 0;
    }
  }

  /** When the first completed operation still to come ends. */
  private long deadline() {
    long deadline = Partition.NEVER;
    for (int i = placement.firstCompleted();
        i != NONE && partition.invoked(i) <= deadline;
        i = placement.afterCompleted(i)) {
      deadline = Math.min(deadline, partition.returned(i));
    }
    return deadline;
  }

  /** Is there a completed operation that cannot come only because of the present state? */
  private boolean isAnyoneStuck(long deadline) {
    for (int i = placement.firstCompleted();
        i != NONE && partition.invoked(i) <= deadline;
        i = placement.afterCompleted(i)) {
      if (partition.needed(i) == NONE && isFree(i) && step(i) == NONE) {
        return true;
      }
    }
    return false;
  }

  /** Would an operation, placed now, leave others without the state that they need? */
  private boolean strands(int candidate, int after) {
    int othersNeed = placement.needs(state) - (partition.needed(candidate) == state ? 1 : 0);
    return after != state
        && othersNeed > 0
        && !partition
            .producers()
            .any(state, other -> other != candidate && placement.isToCome(other));
  }

  /** Places what comes for free, then puts the completed candidates into the pool. */
  private void collect() {
    int first = pooled;
    int blanks = 0;
    long deadline = Partition.NEVER;
    for (int i = placement.firstCompleted();
        i != NONE && partition.invoked(i) <= deadline;
        i = placement.afterCompleted(i)) {
      int after = isFree(i) ? step(i) : NONE;
      if (after == state && partition.left(i) == Partition.NOTHING) {
        placement.place(i);
      } else {
        deadline = Math.min(deadline, partition.returned(i));
        if (after != NONE) {
          add(i, first);
          blanks += partition.isBlank(i) ? 1 : 0;
        }
      }
    }
    if (blanks > 1) {
      dropSpareBlanks(first);
    }
  }

  /**
   * Of candidates that can stand in for one another only those that ended first are worth a try:
   * where another comes now and they come later, they can change places.
   */
  private void dropSpareBlanks(int first) {
    long earliest = Partition.NEVER;
    for (int k = first; k < pooled; k++) {
      if (partition.isBlank(pool[k])) {
        earliest = Math.min(earliest, partition.returned(pool[k]));
      }
    }
    int kept = first;
    for (int k = first; k < pooled; k++) {
      if (!partition.isBlank(pool[k]) || partition.returned(pool[k]) == earliest) {
        pool[kept++] = pool[k];
      }
    }
    pooled = kept;
  }

  private boolean isFree(int i) {
    int prior = partition.prior(i);
    return prior == NONE || !placement.isToCome(prior);
  }

  private int step(int i) {
    budget.spend();
    return partition.step(state, i);
  }

  /** Adds a candidate, sorted by preference among those from {@code first} on. */
  private void add(int i, int first) {
    if (pooled == pool.length) {
      pool = Arrays.copyOf(pool, pooled * 2);
    }
    int at = pooled++;
    while (at > first && preferences[pool[at - 1]] > preferences[i]) {
      pool[at] = pool[at - 1];
      at--;
    }
    pool[at] = i;
  }

  private void open(boolean remembered) {
    if (frames == frameState.length) {
      frameState = Arrays.copyOf(frameState, frames * 2);
      framePlaced = Arrays.copyOf(framePlaced, frames * 2);
      frameNext = Arrays.copyOf(frameNext, frames * 2);
      frameEnd = Arrays.copyOf(frameEnd, frames * 2);
      frameRemembered = Arrays.copyOf(frameRemembered, frames * 2);
      frameExtended = Arrays.copyOf(frameExtended, frames * 2);
    }
    frameState[frames] = state;
    framePlaced[frames] = placement.placed();
    frameNext[frames] = frames == 0 ? 0 : frameEnd[frames - 1];
    frameEnd[frames] = pooled;
    frameRemembered[frames] = remembered;
    frameExtended[frames] = false;
    frames++;
  }

  /** Gives a decision up: none of its candidates leads anywhere. */
  private void close() {
    frames--;
    backToLatest();
  }

  private void backToLatest() {
    if (frames > 0) {
      state = frameState[frames - 1];
      pooled = frameEnd[frames - 1];
      placement.undo(framePlaced[frames - 1]);
    }
  }
}
