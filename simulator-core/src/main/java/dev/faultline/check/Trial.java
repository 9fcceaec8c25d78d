package dev.faultline.check;

import dev.faultline.check.Linearizability.Counterexample;
import java.util.List;
import java.util.Optional;

/**
 * One partition before its judges, cheapest first: a thrifty search, a thorough one, a look for a
 * contradiction, each for a moment; then the searches again for as long as the budget lasts.
 */
final class Trial {
  // What a first look may cost: this much, and so much for each operation.
  private static final long QUICK_STEPS = 20_000;
  private static final long QUICK_STEPS_EACH = 20;

  private final Part<?, ?, ?> part;
  private final Partition<?, ?, ?> partition;
  private final long[] preferences;
  private Verdict verdict = Verdict.UNDECIDED;
  private Optional<Counterexample> counterexample = Optional.empty();

  /** Nothing is judged yet. */
  Trial(Part<?, ?, ?> part) {
    this.part = part;
    this.partition = part.number(true);
    this.preferences = new Companies(partition, false).preferences();
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
    Search.End end = searchQuickly(true, budget);
    if (end != Search.End.FOUND && hasUnknown()) {
      end = searchQuickly(false, budget);
    }
    if (end != Search.End.FOUND) {
      Optional<Contradiction> contradiction = new Contradictions(part.number(false)).find();
      if (contradiction.isPresent() || end == Search.End.EXHAUSTED) {
        convict(contradiction);
      }
    }
  }

  /** Searches to the end, or to the end of the budget, if the quick look did not decide. */
  void lookClosely(Budget budget) {
    if (verdict == Verdict.UNDECIDED && hasUnknown()) {
      Budget half = budget.slice(budget.left() / 2);
      search(true, half);
      budget.join(half);
    }
    if (verdict == Verdict.UNDECIDED && search(false, budget) == Search.End.EXHAUSTED) {
      convict(Optional.empty());
    }
  }

  /** Only then do a thrifty and a thorough search differ. */
  private boolean hasUnknown() {
    return partition.completed() < partition.size();
  }

  private Search.End searchQuickly(boolean thrifty, Budget budget) {
    Budget slice = budget.slice(QUICK_STEPS + QUICK_STEPS_EACH * partition.size());
    Search.End end = search(thrifty, slice);
    budget.join(slice);
    return end;
  }

  private Search.End search(boolean thrifty, Budget budget) {
    Search search = new Search(partition, preferences, thrifty, budget);
    Search.End end = search.run();
    if (end == Search.End.FOUND) {
      verdict = Verdict.PASS;
    }
    return end;
  }

  private void convict(Optional<Contradiction> contradiction) {
    LongestPrefix prefix =
        LongestPrefix.of(part, contradiction.map(Contradiction::shows).orElse(Long.MAX_VALUE));
    Contradiction reason = contradiction.orElseGet(() -> noOrder(prefix));
    verdict = Verdict.VIOLATION;
    counterexample =
        Optional.of(
            new Counterexample(
                prefix.order(), prefix.next(), reason.operations(), reason.message()));
  }

  /** What to say when no few operations show what is wrong. */
  private Contradiction noOrder(LongestPrefix prefix) {
    String what =
        prefix.certain()
            ? "no order explains that " + partition.describe(prefix.next())
            : "no order explains all " + partition.size() + " operations";
    return prefix.order().isEmpty()
        ? new Contradiction(List.of(prefix.next()), what)
        : new Contradiction(
            List.of(prefix.order().getLast(), prefix.next()),
            what
                + "; one that explains the "
                + prefix.order().size()
                + " before ends with "
                + partition.describe(prefix.order().getLast()));
  }
}
