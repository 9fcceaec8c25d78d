package dev.faultline.campaign.shrink;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Anchor.DiskPoint;
import dev.faultline.fault.FaultAction;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a run that failed into the scenario that shrinking starts from. */
final class Recorded {
  /** After the moment at which a violation shows, so that it belongs to the run. */
  private static final Duration MARGIN = Duration.ofMillis(1);

  private Recorded() {}

  /**
   * Ways to write the run down, the smallest first: only the check that broke, without what comes
   * after, without the calm after the faults.
   */
  static Stream<Scenario> forms(Sample run, Failure failure) {
    Scenario all = recording(run);
    Scenario focused = all.edited(draft -> draft.checks = failure.among(all));
    if (failure.needsRecovery()) {
      return Stream.concat(timed(focused, run.result()), Stream.of(focused, all));
    }
    Scenario unjudged = focused.edited(draft -> draft.recovery = false);
    Scenario cut = cut(unjudged, run.shows());
    return Stream.concat(timed(cut, run.result()), Stream.of(cut, unjudged, focused, all));
  }

  /**
   * The same scenario, with times for faults that waited for a disk: what struck after its work
   * still does, or strikes before everything else of its moment.
   */
  private static Stream<Scenario> timed(Scenario scenario, RunResult result) {
    return Stream.of(timed(scenario, result, 1), timed(scenario, result, 0)).distinct();
  }

  private static Scenario timed(Scenario scenario, RunResult result, long lateness) {
    Map<String, Long> begun = new HashMap<>();
    result.faults().forEach(span -> begun.put(span.id(), span.from()));
    return Parts.withActions(
        scenario,
        Parts.actions(scenario).stream()
            .map(action ->
                begun.containsKey(action.id())
                    ? Parts.at(
                        action,
                        Duration.ofNanos(
                            begun.get(action.id()) + (isAfterSync(action) ? lateness : 0)))
                    : action)
            .toList());
  }

  private static boolean isAfterSync(FaultAction action) {
    return action.anchor() instanceof Anchor.OnDisk disk && disk.point() == DiskPoint.AFTER_SYNC;
  }

  /** The same run, with times and servers where the scenario has facts and roles, and no longer. */
  static Optional<Sample> asItHappened(Sample run, Lab lab) {
    Scenario cut = cut(recording(run), run.shows());
    return Stream.concat(timed(cut, run.result()), Stream.of(cut))
        .flatMap(form -> lab.attempt(form).stream())
        .findFirst();
  }

  private static Scenario recording(Sample run) {
    Scenario recording = run.scenario().recording(run.result(), "");
    return Parts.withOperations(recording, run.result().operations())
        .edited(draft -> {
          draft.recorded = Optional.empty();
          draft.fuzz = Optional.empty();
          draft.found = Optional.empty();
        });
  }

  /** The same scenario, over soon after a moment. */
  static Scenario cut(Scenario scenario, long nanos) {
    Duration end = Duration.ofNanos(nanos).plus(MARGIN);
    return end.compareTo(scenario.duration()) < 0 ? endingAt(scenario, end) : scenario;
  }

  /** The same scenario with another length, without what would come later. */
  static Scenario endingAt(Scenario scenario, Duration end) {
    Scenario cut =
        Parts.withActions(
            scenario,
            Parts.actions(scenario).stream()
                .filter(action -> Parts.time(action).compareTo(end) < 0)
                .toList());
    return Parts.withOperations(
            cut,
            cut.operations().stream()
                .filter(operation -> operation.at().compareTo(end) < 0)
                .toList())
        .edited(draft -> draft.duration = end);
  }
}
