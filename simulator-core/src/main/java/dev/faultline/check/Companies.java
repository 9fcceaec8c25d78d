package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who has to take effect while a state holds.
 *
 * <p>A state that at most one operation can bring about holds during one stretch of time. The
 * operation that brings it about and those that need it, its <em>company</em>, take effect in that
 * stretch, and the stretches of two states do not overlap: one company comes before the other as a
 * whole. A company takes up the <em>span</em> from when the first of it ended until the last of it
 * began, if that is later: the state held all the while. Source: Gibbons and Korach, "Testing
 * Shared Memories" (SIAM J. Comput. 1997), where companies are clusters and spans are forward
 * zones.
 */
final class Companies {
  /** Before every operation. */
  static final long BEFORE_ALL = Long.MIN_VALUE;

  private final Partition<?, ?, ?> partition;
  private final int[] producer;
  private final boolean[] once;
  private final long[] firstEnd;
  private final long[] lastBegin;
  private final int[] spans;
  private final int[] furthest;

  /**
   * Finds the companies of all states that operations need or leave.
   *
   * @param thorough whether it must be certain that a state is brought about only once; otherwise
   *     one that an operation leaves for certain is taken to be left by no operation that varies,
   *     which is usual, and much quicker
   */
  Companies(Partition<?, ?, ?> partition, boolean thorough) {
    this.partition = partition;
    int named = partition.named();
    producer = filled(named, NONE);
    once = new boolean[named];
    firstEnd = new long[named];
    lastBegin = new long[named];
    Arrays.fill(once, true);
    Arrays.fill(firstEnd, Partition.NEVER);
    Arrays.fill(lastBegin, BEFORE_ALL);
    findProducers(thorough);
    measure();
    spans =
        IntStream.range(0, named)
            .filter(state -> once[state] && isSpan(state))
            .boxed()
            .sorted(Comparator.comparingLong(state -> firstEnd[state]))
            .mapToInt(state -> state)
            .toArray();
    furthest = furthestSoFar();
  }

  private static int[] filled(int size, int value) {
    int[] array = new int[size];
    Arrays.fill(array, value);
    return array;
  }

  private void findProducers(boolean thorough) {
    for (int i = 0; i < partition.size(); i++) {
      if (partition.left(i) >= 0) {
        produces(i, partition.left(i));
      }
    }
    for (int state = 0; state < producer.length; state++) {
      if (thorough || producer[state] == NONE) {
        addVarying(state);
      }
    }
  }

  private void addVarying(int state) {
    Producers producers = partition.producers();
    int last = producers.lastVarying(state);
    if (last != NONE) {
      produces(last, state);
      once[state] &= !producers.severalVary(state);
    }
  }

  private void produces(int i, int state) {
    once[state] &= producer[state] == NONE && state != partition.initial();
    producer[state] = i;
  }

  private void measure() {
    firstEnd[partition.initial()] = BEFORE_ALL;
    for (int i = 0; i < partition.size(); i++) {
      if (i < partition.completed() && partition.left(i) >= 0 && partition.always(i)) {
        join(i, partition.left(i));
      }
      int needed = partition.needed(i);
      if (needed != NONE) {
        join(i, needed);
        // Somebody needs it, so even an operation of unknown outcome did bring it about.
        if (producer[needed] != NONE) {
          join(producer[needed], needed);
        }
      }
    }
  }

  private void join(int i, int state) {
    firstEnd[state] = Math.min(firstEnd[state], partition.returned(i));
    lastBegin[state] = Math.max(lastBegin[state], partition.invoked(i));
  }

  private int[] furthestSoFar() {
    int[] result = spans.clone();
    for (int i = 1; i < spans.length; i++) {
      if (lastBegin[result[i - 1]] >= lastBegin[spans[i]]) {
        result[i] = result[i - 1];
      }
    }
    return result;
  }

  /** An operation that may bring the state about, the only one if it holds {@link #once}. */
  int producer(int state) {
    return producer[state];
  }

  /** Can at most one operation bring the state about, and is it not the initial one? */
  boolean once(int state) {
    return once[state];
  }

  /** When the first of the company ended; {@link Partition#NEVER} when there is nobody. */
  long firstEnd(int state) {
    return firstEnd[state];
  }

  /** When the last of the company began; {@link #BEFORE_ALL} when there is nobody. */
  long lastBegin(int state) {
    return lastBegin[state];
  }

  /** Does the company take up a span? */
  boolean isSpan(int state) {
    return firstEnd[state] < lastBegin[state];
  }

  /** The states that hold once and whose company takes up a span, by its beginning. */
  int[] spans() {
    return spans;
  }

  /** Of the first so many spans, the one that reaches furthest; or {@link Partition#NONE}. */
  int furthestOf(int count) {
    return count == 0 ? NONE : furthest[count - 1];
  }

  /** How many spans begin before a moment. */
  int spansBefore(long time) {
    int low = 0;
    int high = spans.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firstEnd[spans[middle]] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * When an operation would best come, if companies are to come one after the other. Companies with
   * a span come at its beginning; the others when the last of them began, or after the span in
   * which that falls. Of a linearizable history of reads, writes of unique values and successful
   * compare-and-sets this is an order.
   */
  long[] preferences() {
    long[] preferences = new long[partition.size()];
    for (int i = 0; i < preferences.length; i++) {
      preferences[i] =
          partition.isBlank(i) ? outsideSpans(partition.invoked(i)) : partition.returned(i);
    }
    for (int state = 0; state < producer.length; state++) {
      if (once[state] && producer[state] != NONE) {
        preferences[producer[state]] = preference(state);
      }
    }
    return preferences;
  }

  private long preference(int state) {
    return isSpan(state) ? firstEnd[state] : outsideSpans(lastBegin[state]);
  }

  private long outsideSpans(long time) {
    int before = furthestOf(spansBefore(time));
    return before == NONE ? time : Math.max(time, lastBegin[before]);
  }
}
