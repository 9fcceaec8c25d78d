package dev.faultline.campaign.shrink;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.FaultAction;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Durations;
import dev.faultline.workload.PlannedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Puts round and short times in the place of those that chance drew. */
final class Times {
  /** What times are rounded to, in nanoseconds; the coarsest first. */
  private static final List<Long> GRIDS =
      Stream.of(
              "1s", "500ms", "100ms", "50ms", "10ms", "5ms", "1ms", "500us", "100us", "10us", "1us")
          .map(Durations::parseNanos)
          .toList();

  private static final long FINEST_DELAY = Duration.ofMillis(5).toNanos();

  /** How long a run may go on after the last thing that its scenario says. */
  private static final List<Duration> TAILS =
      Stream.of(20, 50, 100, 200, 500, 1000, 2000, 5000).map(Duration::ofMillis).toList();

  private Times() {}

  /** The scenario over sooner after the last thing that it says, in every possible way. */
  static List<Scenario> shorter(Scenario scenario) {
    long last = Parts.times(scenario).stream().mapToLong(time -> time).max().orElse(0);
    return TAILS.stream()
        .map(tail -> tail.plusNanos(last))
        .filter(end -> end.compareTo(scenario.duration()) < 0)
        .map(end -> scenario.edited(draft -> draft.duration = end))
        .toList();
  }

  /** The scenario with a pause shorter: what comes after it comes sooner. */
  static List<Scenario> sooner(Scenario scenario) {
    List<Long> times = Parts.times(scenario);
    List<Scenario> sooner = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      long from = times.get(i);
      long pause = from - (i == 0 ? 0 : times.get(i - 1));
      for (long by : GRIDS) {
        if (by <= pause) {
          sooner.add(Parts.moved(scenario, time -> time < from ? time : time - by));
        }
      }
    }
    return sooner;
  }

  /** The scenario with one operation later, in every possible way: an early one may be in vain. */
  static List<Scenario> later(Scenario scenario) {
    return withOperationsAt(
        scenario,
        at ->
            GRIDS.stream()
                .filter(by -> by >= FINEST_DELAY)
                .map(by -> at.plusNanos(by))
                .filter(time -> time.compareTo(scenario.duration()) < 0));
  }

  /** The scenario with one fault shorter, in every possible way; the shortest first. */
  static List<Scenario> briefer(Scenario scenario) {
    return Weaker.replaced(
        scenario,
        action ->
            action.lasts().stream()
                .flatMap(Times::parts)
                .map(length -> Parts.lasting(action, Optional.of(length))));
  }

  private static Stream<Duration> parts(Duration length) {
    return Stream.of(10, 4, 2).map(length::dividedBy).filter(part -> part.toNanos() > 0);
  }

  /** The scenario with one time rounder, in every possible way; the roundest first. */
  static List<Scenario> rounder(Scenario scenario) {
    List<Scenario> rounder = new ArrayList<>();
    rounder.addAll(Weaker.replaced(scenario, Times::rounder));
    rounder.addAll(withOperationsAt(scenario, Times::round));
    rounder.addAll(rounderEnds(scenario));
    return rounder;
  }

  private static Stream<FaultAction> rounder(FaultAction action) {
    return Stream.of(beginnings(action), lengths(action), delays(action)).flatMap(all -> all);
  }

  private static Stream<FaultAction> beginnings(FaultAction action) {
    return action.anchor() instanceof Anchor.At(Duration time)
        ? round(time).map(rounder -> Parts.at(action, rounder))
        : Stream.of();
  }

  private static Stream<FaultAction> lengths(FaultAction action) {
    Stream<FaultAction> endless = Stream.of(Parts.lasting(action, Optional.empty()));
    return Stream.concat(
        endless,
        action.lasts().stream()
            .flatMap(Times::round)
            .filter(length -> !length.isZero())
            .map(length -> Parts.lasting(action, Optional.of(length))));
  }

  private static Stream<FaultAction> delays(FaultAction action) {
    return action.effect() instanceof Effect.MessageFault fault
        ? delays(fault.fate())
            .map(fate ->
                new Effect.MessageFault(
                    fate, fault.from(), fault.to(), fault.message(), fault.count()))
            .map(effect -> new FaultAction(action.id(), action.anchor(), action.lasts(), effect))
        : Stream.of();
  }

  private static Stream<Fate> delays(Fate fate) {
    return switch (fate) {
      case Fate.Delay(Duration by) -> round(by).map(Fate.Delay::new);
      case Fate.Duplicate(Duration after) -> round(after).map(Fate.Duplicate::new);
      case Fate.Drop drop -> Stream.of();
      case Fate.Corrupt corrupt -> Stream.of();
    };
  }

  /** The scenario with one operation at another time. */
  private static List<Scenario> withOperationsAt(
      Scenario scenario, Function<Duration, Stream<Duration>> times) {
    List<PlannedOperation> operations = scenario.operations();
    List<Scenario> moved = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      int place = i;
      PlannedOperation operation = operations.get(i);
      times
          .apply(operation.at())
          .forEach(at -> {
            List<PlannedOperation> others = new ArrayList<>(operations);
            others.set(place, new PlannedOperation(at, operation.client(), operation.operation()));
            moved.add(Parts.withOperations(scenario, others));
          });
    }
    return moved;
  }

  private static List<Scenario> rounderEnds(Scenario scenario) {
    long last = Parts.times(scenario).stream().mapToLong(time -> time).max().orElse(0);
    return round(scenario.duration())
        .filter(end -> end.toNanos() > last)
        .map(end -> scenario.edited(draft -> draft.duration = end))
        .toList();
  }

  /** Rounder durations near one, below and above; the roundest first. */
  private static Stream<Duration> round(Duration duration) {
    long nanos = duration.toNanos();
    return GRIDS.stream()
        .mapToLong(grid -> grid)
        .flatMap(grid -> LongStream.of(nanos / grid * grid, (nanos / grid + 1) * grid))
        .distinct()
        .filter(round -> round != nanos && round <= 2 * nanos)
        .mapToObj(Duration::ofNanos);
  }
}
