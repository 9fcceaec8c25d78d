package dev.faultline.check;

import static dev.faultline.check.Partition.NONE;

import dev.faultline.history.Operation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds small proofs that a partition is not linearizable: an operation that needs what was not
 * there yet, or two {@link Companies} that the times ask to come in both orders.
 *
 * <p>What it finds is a contradiction; it does not find every one.
 */
final class Contradictions {
  private final Partition<?, ?, ?> partition;
  private final Companies companies;

  Contradictions(Partition<?, ?, ?> partition) {
    this.partition = partition;
    this.companies = new Companies(partition, true);
  }

  /** The contradiction that shows first in time, if there is one. */
  Optional<Contradiction> find() {
    Optional<Contradiction> early = needsWhatIsNotThereYet();
    return early.isPresent() ? early : bothOrders();
  }

  /** Somebody needed a state that nobody had begun to bring about. */
  private Optional<Contradiction> needsWhatIsNotThereYet() {
    return IntStream.range(0, partition.completed())
        .filter(i -> partition.needed(i) != NONE && isTooEarly(i, partition.needed(i)))
        .boxed()
        .min(Comparator.comparingLong(partition::returned))
        .map(this::tellTooEarly);
  }

  private boolean isTooEarly(int i, int state) {
    if (companies.producer(state) == NONE) {
      return state != partition.initial();
    }
    return companies.once(state)
        && partition.returned(i) < partition.invoked(companies.producer(state));
  }

  private Contradiction tellTooEarly(int i) {
    int later = companies.producer(partition.needed(i));
    if (later != NONE) {
      return contradiction(
          partition.describe(i) + " before " + partition.describe(later), i, later);
    }
    Optional<Operation> failed = partition.failedThatLeaves(partition.needed(i));
    String who = partition.describe(i);
    return failed.isPresent()
        ? contradiction(partition.describe(failed.get()) + ", and yet " + who, i).and(failed.get())
        : contradiction(who + ", but nobody ever wrote what it found", i);
  }

  /** Two companies that would each have to come first. */
  private Optional<Contradiction> bothOrders() {
    int[] spans = companies.spans();
    // Of two spans that overlap, the one that begins later reaches into the other.
    Stream<Pair> ofSpans =
        IntStream.range(1, spans.length).mapToObj(k -> new Pair(companies.furthestOf(k), spans[k]));
    Stream<Pair> ofOthers =
        IntStream.range(0, partition.named())
            .filter(state -> companies.once(state) && !companies.isSpan(state))
            .mapToObj(state -> new Pair(spanBefore(state), state));
    return Stream.concat(ofSpans, ofOthers)
        .filter(pair -> pair.span != NONE)
        .filter(pair -> companies.firstEnd(pair.state) < companies.lastBegin(pair.span))
        .min(Comparator.comparingLong(this::shows))
        .map(this::tellBothOrders);
  }

  /** A state whose company came after the beginning of a span of another state. */
  private record Pair(int span, int state) {}

  private int spanBefore(int state) {
    return companies.furthestOf(companies.spansBefore(companies.lastBegin(state)));
  }

  private long shows(Pair pair) {
    return Math.max(companies.firstEnd(pair.span), companies.firstEnd(pair.state));
  }

  private Contradiction tellBothOrders(Pair pair) {
    int firstOfOne = firstToEnd(pair.span);
    int firstOfOther = firstToEnd(pair.state);
    int thenOther = firstToBeginAfter(firstOfOne, pair.state);
    int thenOne = firstToBeginAfter(firstOfOther, pair.span);
    if (firstOfOne == NONE || thenOther == firstOfOther) {
      return tellRelapse(firstOfOne, firstOfOther, thenOne);
    }
    if (thenOne == firstOfOne) {
      return tellRelapse(firstOfOther, firstOfOne, thenOther);
    }
    return contradiction(
        partition.describe(firstOfOne)
            + " before "
            + partition.describe(thenOther)
            + ", but "
            + partition.describe(firstOfOther)
            + " before "
            + partition.describe(thenOne),
        firstOfOne,
        thenOther,
        firstOfOther,
        thenOne);
  }

  private Contradiction tellRelapse(int first, int between, int last) {
    if (first == NONE) {
      return contradiction(
          partition.describe(between) + ", and after that " + partition.describe(last),
          between,
          last);
    }
    return contradiction(
        partition.describe(first)
            + ", then "
            + partition.describe(between)
            + ", and after that "
            + partition.describe(last),
        first,
        between,
        last);
  }

  /** Of a company, who ended first; nobody for the initial state, which was there before all. */
  private int firstToEnd(int state) {
    return state == partition.initial()
        ? NONE
        : company(state).min(Comparator.comparingLong(partition::returned)).orElseThrow();
  }

  private int firstToBeginAfter(int operation, int state) {
    long end = operation == NONE ? Companies.BEFORE_ALL : partition.returned(operation);
    return company(state)
        .filter(i -> partition.invoked(i) > end)
        .min(Comparator.comparingLong(partition::invoked))
        .orElseThrow();
  }

  private Stream<Integer> company(int state) {
    return IntStream.range(0, partition.size())
        .filter(i -> partition.needed(i) == state || companies.producer(state) == i)
        .boxed();
  }

  /** A contradiction between operations, and those whose results tell about them. */
  private Contradiction contradiction(String message, int... operations) {
    int[] others =
        Arrays.stream(operations)
            .map(partition::witness)
            .filter(i -> i != NONE && Arrays.stream(operations).noneMatch(named -> named == i))
            .distinct()
            .toArray();
    String shown =
        Arrays.stream(others).mapToObj(partition::describe).collect(Collectors.joining(" and "));
    return new Contradiction(
        IntStream.concat(Arrays.stream(operations), Arrays.stream(others))
            .mapToObj(partition::at)
            .toList(),
        shown.isEmpty() ? message : message + "; compare " + shown);
  }
}
