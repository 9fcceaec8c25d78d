package dev.faultline.check;

import dev.faultline.check.Linearizability.Counterexample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One partition before its judges, cheapest first.
 *
 * <p>Operations of unknown outcome that leave nothing that anybody could tell are left out at
 * first. That is sound for acquittal, since they may never take effect; it is not for conviction: a
 * lost write that nobody saw can be why a compare-and-set did not match. So only an order is
 * conclusive then, and the search runs again with all of them.
 */
final class Trial {
  // What a first look may cost: this much, and so much for each operation.
  private static final long QUICK_STEPS = 20_000;
  private static final long QUICK_STEPS_EACH = 20;

  private final Function<Boolean, Partition<?, ?, ?>> partitions;
  private final Partition<?, ?, ?> partition;
  private final boolean hides;
  private final long[] preferences;
  private Verdict verdict = Verdict.UNDECIDED;
  private int[] longest = {};
  private Optional<Counterexample> counterexample = Optional.empty();

  /**
   * Nothing is judged yet.
   *
   * @param partitions makes the partition, with or without states merged that nobody can tell apart
   */
  Trial(Function<Boolean, Partition<?, ?, ?>> partitions) {
    this.partitions = partitions;
    this.partition = partitions.apply(true);
    this.preferences = new Companies(partition, false).preferences();
    this.hides =
        IntStream.range(partition.completed(), partition.size()).anyMatch(partition::isHidden);
  }

  Verdict verdict() {
    return verdict;
  }

  /** How many operations are judged. */
  int operations() {
    return partition.size();
  }

  /** Why the verdict is a violation, when it is. */
  Optional<Counterexample> counterexample() {
    return counterexample;
  }

  /** Searches for a moment, then looks for a contradiction. */
  void lookQuickly(Budget budget) {
    if (hides && searchQuickly(i -> !partition.isHidden(i), budget) == Search.End.FOUND) {
      return;
    }
    Search.End end = searchQuickly(i -> true, budget);
    if (end != Search.End.FOUND) {
      Optional<Contradiction> contradiction = new Contradictions(partitions.apply(false)).find();
      if (contradiction.isPresent() || end == Search.End.EXHAUSTED) {
        convict(contradiction.orElseGet(this::noOrder));
      }
    }
  }

  /** Searches to the end, or to the end of the budget, if the quick look did not decide. */
  void lookClosely(Budget budget) {
    if (verdict == Verdict.UNDECIDED && search(i -> true, budget) == Search.End.EXHAUSTED) {
      convict(noOrder());
    }
  }

  private Search.End searchQuickly(IntPredicate takesPart, Budget budget) {
    Budget slice = budget.slice(QUICK_STEPS + QUICK_STEPS_EACH * partition.size());
    Search.End end = search(takesPart, slice);
    budget.join(slice);
    return end;
  }

  private Search.End search(IntPredicate takesPart, Budget budget) {
    Search search = new Search(partition, preferences, takesPart, budget);
    Search.End end = search.run();
    if (end == Search.End.FOUND) {
      verdict = Verdict.PASS;
    }
    if (search.longest().length > longest.length) {
      longest = search.longest();
    }
    return end;
  }

  private void convict(Contradiction contradiction) {
    verdict = Verdict.VIOLATION;
    counterexample =
        Optional.of(
            new Counterexample(
                Arrays.stream(longest).mapToObj(partition::at).toList(),
                partition.at(unplaced()),
                contradiction.operations(),
                contradiction.message()));
  }

  /** What to say when nothing shorter than the whole search shows what is wrong. */
  private Contradiction noOrder() {
    int unplaced = unplaced();
    String start = "no order explains that " + partition.describe(unplaced) + ": ";
    int[] changing =
        Arrays.stream(longest).filter(i -> partition.left(i) != Partition.NOTHING).toArray();
    if (changing.length == 0) {
      return new Contradiction(
          List.of(partition.at(unplaced)), start + "nothing that fits came before");
    }
    int last = changing[changing.length - 1];
    return new Contradiction(
        List.of(partition.at(last), partition.at(unplaced)),
        start
            + "the longest that fits, of "
            + longest.length
            + " operations, ends with "
            + partition.describe(last));
  }

  private int unplaced() {
    boolean[] placed = new boolean[partition.size()];
    Arrays.stream(longest).forEach(i -> placed[i] = true);
    return IntStream.range(0, partition.completed())
        .filter(i -> !placed[i])
        .boxed()
        .min(Comparator.comparingLong(partition::returned))
        .orElseThrow();
  }
}
