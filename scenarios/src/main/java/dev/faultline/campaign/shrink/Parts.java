package dev.faultline.campaign.shrink;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.Target;
import dev.faultline.scenario.Fault;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** The parts of a scenario that was recorded: explicit actions and operations. */
final class Parts {
  private Parts() {}

  /** The explicit faults. */
  static List<FaultAction> actions(Scenario scenario) {
    return scenario.faults().stream()
        .flatMap(fault -> fault instanceof Fault.Once once ? Stream.of(once.action()) : Stream.of())
        .toList();
  }

  /** The same scenario with these explicit faults. */
  static Scenario withActions(Scenario scenario, List<FaultAction> actions) {
    return scenario.edited(
        draft -> draft.faults = actions.stream().<Fault>map(Fault.Once::new).toList());
  }

  /**
   * The same scenario with these operations; without any there are no clients either, who would
   * otherwise draw their own.
   */
  static Scenario withOperations(Scenario scenario, List<PlannedOperation> operations) {
    return scenario.edited(draft -> {
      draft.operations = operations;
      if (operations.isEmpty()) {
        draft.workload = Optional.empty();
      }
    });
  }

  /** When a fault begins at the earliest. */
  static Duration time(FaultAction action) {
    return action.anchor() instanceof Anchor.At(Duration time) ? time : Duration.ZERO;
  }

  /** The servers that a fault hits; those of a partition or a message fault have none. */
  static List<NodeId> hit(Effect effect) {
    return effect.aim().orElse(null) instanceof Target.Named(List<NodeId> nodes)
        ? nodes
        : List.of();
  }

  /** When explicit faults and operations are due, in order, virtual nanoseconds. */
  static List<Long> times(Scenario scenario) {
    return Stream.concat(
            actions(scenario).stream()
                .filter(action -> action.anchor() instanceof Anchor.At)
                .map(Parts::time),
            scenario.operations().stream().map(PlannedOperation::at))
        .map(Duration::toNanos)
        .distinct()
        .sorted()
        .toList();
  }

  /** The same fault at another time. */
  static FaultAction at(FaultAction action, Duration time) {
    return new FaultAction(action.id(), new Anchor.At(time), action.lasts(), action.effect());
  }

  /**
   * The clients that operations name, doing nothing else; nobody when there are no operations.
   *
   * @param defaults says how clients usually behave
   */
  static Optional<WorkloadSettings> clients(Scenario scenario, Scenario defaults) {
    int last =
        scenario.operations().stream()
            .mapToInt(operation -> Integer.parseInt(operation.client().name().substring(1)))
            .max()
            .orElse(0);
    return last == 0
        ? Optional.empty()
        : defaults
            .workload()
            .map(usual ->
                new WorkloadSettings(
                    usual.service(),
                    last,
                    usual.rate(),
                    usual.keys(),
                    usual.mix(),
                    usual.timeout()));
  }

  /** The same scenario with everything at other times, and ending accordingly. */
  static Scenario moved(Scenario scenario, LongUnaryOperator move) {
    List<FaultAction> actions =
        actions(scenario).stream()
            .map(action ->
                action.anchor() instanceof Anchor.At(Duration time)
                    ? at(action, moved(time, move))
                    : action)
            .toList();
    List<PlannedOperation> operations =
        scenario.operations().stream()
            .map(each ->
                new PlannedOperation(moved(each.at(), move), each.client(), each.operation()))
            .toList();
    return withOperations(withActions(scenario, actions), operations)
        .edited(draft -> draft.duration = moved(scenario.duration(), move));
  }

  private static Duration moved(Duration time, LongUnaryOperator move) {
    return Duration.ofNanos(move.applyAsLong(time.toNanos()));
  }

  /** The same fault with another length. */
  static FaultAction lasting(FaultAction action, Optional<Duration> lasts) {
    return new FaultAction(action.id(), action.anchor(), lasts, action.effect());
  }
}
