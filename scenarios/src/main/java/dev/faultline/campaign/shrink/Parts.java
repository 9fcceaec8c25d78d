package dev.faultline.campaign.shrink;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.FaultAction;
import dev.faultline.scenario.Fault;
import dev.faultline.scenario.Scenario;
import dev.faultline.workload.PlannedOperation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** The same fault at another time. */
  static FaultAction at(FaultAction action, Duration time) {
    return new FaultAction(action.id(), new Anchor.At(time), action.lasts(), action.effect());
  }

  /** The same fault with another length. */
  static FaultAction lasting(FaultAction action, Optional<Duration> lasts) {
    return new FaultAction(action.id(), action.anchor(), lasts, action.effect());
  }
}
