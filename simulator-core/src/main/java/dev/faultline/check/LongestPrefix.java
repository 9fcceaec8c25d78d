package dev.faultline.check;

import dev.faultline.history.Operation;
import java.util.Arrays;
import java.util.List;

/**
 * How far a history can be explained: up to the last moment at which it was still linearizable.
 *
 * @param order the operations that had returned a result by then, and those still open that had
 *     taken effect, with an unknown outcome, in an order that explains the results
 * @param next the operation whose result no longer fits
 * @param certain whether that is proven; otherwise a search gave up, and a later result may be the
 *     first that does not fit
 */
record LongestPrefix(List<Operation> order, Operation next, boolean certain) {
  // What a search may cost: this much, and so much for each operation.
  private static final long STEPS = 20_000;
  private static final long STEPS_EACH = 20;
  private static final long WORDS = 2_000_000;

  LongestPrefix {
    order = List.copyOf(order);
  }

  /**
   * Bisects a part of a history that is not linearizable.
   *
   * @param suspect when it is probably no longer linearizable, virtual nanoseconds
   */
  static LongestPrefix of(Part<?, ?, ?> part, long suspect) {
    List<Operation> completed = part.completed();
    List<Operation> order = List.of();
    boolean certain = true;
    int good = 0;
    int bad = completed.size();
    int middle = (int) completed.stream().filter(one -> one.completed() <= suspect).count();
    while (bad - good > 1) {
      middle = Math.clamp(middle, good + 1, bad - 1);
      Attempt attempt = attempt(part.until(completed.get(middle - 1)).number(true));
      if (attempt.end() == Search.End.FOUND) {
        good = middle;
        order = attempt.order();
      } else {
        bad = middle;
        certain = attempt.end() == Search.End.EXHAUSTED;
      }
      middle = (good + bad) >>> 1;
    }
    return new LongestPrefix(order, completed.get(bad - 1), certain);
  }

  private record Attempt(Search.End end, List<Operation> order) {}

  private static Attempt attempt(Partition<?, ?, ?> partition) {
    long[] preferences = new Companies(partition, false).preferences();
    Search.End end = Search.End.GAVE_UP;
    for (boolean thrifty : new boolean[] {true, false}) {
      Budget budget = new Budget(STEPS + STEPS_EACH * partition.size(), WORDS);
      Search search = new Search(partition, preferences, thrifty, budget);
      end = search.run();
      if (end == Search.End.FOUND) {
        return new Attempt(end, Arrays.stream(search.order()).mapToObj(partition::at).toList());
      }
    }
    return new Attempt(end, List.of());
  }
}
