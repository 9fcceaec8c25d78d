package dev.faultline.campaign.shrink;

import dev.faultline.campaign.shrink.Anchors.Tie;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.FaultAction;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Hash;
import dev.faultline.workload.PlannedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for the same failure in other runs that are easier to read: under other seeds, in a plain
 * world, sooner, with faults that follow facts rather than the clock. Each trial is a guess; what
 * it finds is written down as it happened.
 */
final class Redraw implements Pass {
  private static final long NAME = Hash.of("redraw");

  /** So many guesses in a row without a gain are enough; what costs much deserves more. */
  private static final long LEAST_TRIALS = 1_500;

  private static final long LATEST_BEGIN = Duration.ofMillis(600).toNanos();
  private static final long SHORTEST_GAP = Duration.ofMillis(10).toNanos();
  private static final long LONGEST_GAP = Duration.ofMillis(600).toNanos();
  private static final long LONGEST_TAIL = Duration.ofSeconds(1).toNanos();
  private static final long SLACK = Duration.ofMillis(400).toNanos();
  private static final long MOST_TRIALS = 2000;
  private static final int FEW = 3;
  private static final int SEEDS = 1_000;
  private static final List<Double> SHARES = List.of(1.0, 1.0, 1.0, 0.7, 0.4, 0.0, 0.0);
  private static final List<Tie> TIES = List.of(Tie.values());
  private static final List<Double> STRETCHES = List.of(1.0, 1.0, 1.0, 0.5, 2.0, 5.0);

  private final Worlds worlds;
  private final Cost cost;
  private long trial;

  Redraw(Settings settings, Cost cost) {
    this.worlds = new Worlds(settings);
    this.cost = cost;
  }

  @Override
  public Sample shrink(Sample sample, Lab lab) {
    long points = cost.of(sample);
    long trials = Math.min(MOST_TRIALS, LEAST_TRIALS + points / 2);
    return find(sample, trials, points, lab).orElse(sample);
  }

  /** The failure in another run of a scenario that used to fail. */
  Optional<Sample> again(Sample sample, Lab lab) {
    return find(sample, MOST_TRIALS, Long.MAX_VALUE, lab);
  }

  private Optional<Sample> find(Sample sample, long trials, long points, Lab lab) {
    Anchors anchors = new Anchors(Chronicle.of(sample, lab));
    for (long i = 0; i < trials && !lab.isSpent(); i++) {
      Optional<Sample> found =
          lab.attempt(
                  guess(
                      sample,
                      anchors,
                      lab.needsRecovery(),
                      new KeyedRandom(Hash.combine(NAME, trial++))))
              .flatMap(other -> Recorded.asItHappened(other, lab))
              .filter(other -> cost.of(other) < points);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Scenario guess(
      Sample sample, Anchors anchors, boolean needsRecovery, KeyedRandom random) {
    Scenario frame = smaller(worlds.drawn(sample.scenario(), random), random);
    Timeline timeline = Timeline.draw(sample, random);
    List<FaultAction> actions =
        some(Parts.actions(frame), random).stream()
            .map(action -> moved(action, timeline, anchors, random))
            .toList();
    List<PlannedOperation> operations =
        some(frame.operations(), random).stream()
            .map(each ->
                new PlannedOperation(timeline.moved(each.at()), each.client(), each.operation()))
            .toList();
    Duration end = timeline.end(sample.shows(), random).plusNanos(SLACK);
    Scenario guess = Parts.withOperations(Parts.withActions(frame, actions), operations);
    return guess.edited(draft -> {
      draft.seed = 1L + random.nextInt(SEEDS);
      draft.duration = end;
      draft.recovery = needsRecovery;
    });
  }

  /** All of the items, or about so many of them. */
  private static <T> List<T> some(List<T> items, KeyedRandom random) {
    double share = Pick.of(SHARES, random);
    if (share == 0) {
      List<T> left = new ArrayList<>(items);
      while (left.size() > FEW) {
        left.remove(random.nextInt(left.size()));
      }
      return left;
    }
    return items.stream().filter(item -> random.nextDouble() < share).toList();
  }

  /** Half of the time the same with fewer servers, and often with fewer clients. */
  private static Scenario smaller(Scenario scenario, KeyedRandom random) {
    List<Integer> sizes = Servers.fewer(scenario.system().nodes().size());
    boolean same = sizes.isEmpty() || random.nextBoolean();
    Scenario smaller = same ? scenario : Servers.drawn(scenario, Pick.of(sizes, random), random);
    return random.nextInt(3) == 0 ? Operations.withFirstClients(smaller) : smaller;
  }

  private static FaultAction moved(
      FaultAction action, Timeline timeline, Anchors anchors, KeyedRandom random) {
    FaultAction aimed = random.nextInt(3) == 0 ? anchors.aimed(action) : action;
    Tie tie = Pick.of(TIES, random);
    FaultAction tied = random.nextBoolean() ? anchors.tied(aimed, tie, timeline.begin()) : aimed;
    FaultAction struck =
        tied.anchor() instanceof Anchor.At(Duration time)
            ? Parts.at(tied, timeline.moved(time))
            : Anchors.atSomeOccurrence(tied, random);
    return Parts.lasting(struck, action.lasts().map(timeline::stretched));
  }

  /** Other times for what happens in a run, in the same order. */
  private static final class Timeline {
    private final TreeMap<Long, Long> moments = new TreeMap<>();
    private final double stretch;
    private final long begin;

    private Timeline(List<Long> times, long first, long longestGap, double stretch) {
      this.stretch = stretch;
      this.begin = times.isEmpty() ? 0 : Math.max(0, times.getFirst() - first);
      long before = 0;
      long moved = 0;
      for (long time : times) {
        long gap = Math.min((long) ((time - before) * stretch), longestGap);
        moved = moments.isEmpty() ? Math.min(time, first) : moved + gap;
        moments.put(time, moved);
        before = time;
      }
    }

    static Timeline draw(Sample sample, KeyedRandom random) {
      List<Long> times = Parts.times(sample.scenario());
      long first = random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextLong(LATEST_BEGIN);
      long longestGap =
          random.nextBoolean() ? Long.MAX_VALUE : random.nextLong(SHORTEST_GAP, LONGEST_GAP);
      double stretch = Pick.of(STRETCHES, random);
      return new Timeline(times, first, longestGap, stretch);
    }

    /** Facts before this moment of the old run have no counterpart in the new one. */
    long begin() {
      return begin;
    }

    Duration moved(Duration time) {
      long nanos = time.toNanos();
      Map.Entry<Long, Long> before = moments.floorEntry(nanos);
      return before == null
          ? Duration.ofNanos(Math.min(nanos, LATEST_BEGIN))
          : Duration.ofNanos(before.getValue() + (long) ((nanos - before.getKey()) * stretch));
    }

    /** When the run may be over; half of the time soon after the last thing that is known. */
    Duration end(long shows, KeyedRandom random) {
      long last = moments.isEmpty() ? 0 : moments.lastEntry().getValue();
      Duration end = moved(Duration.ofNanos(shows));
      Duration soon = Duration.ofNanos(last + random.nextLong(LONGEST_TAIL));
      return random.nextBoolean() || end.compareTo(soon) < 0 ? end : soon;
    }

    Duration stretched(Duration length) {
      return Duration.ofNanos((long) (length.toNanos() * stretch));
    }
  }
}
