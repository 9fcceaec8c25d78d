package dev.faultline.scenario;

import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;

/** One entry of a scenario's faults. */
public sealed interface Fault {
  /** Unique in the scenario. */
  String id();

  /** A fault that happens once. */
  record Once(FaultAction action) implements Fault {
    @Override
    public String id() {
      return action.id();
    }
  }

  /** A fault that comes again and again. */
  record Repeated(FaultRule rule) implements Fault {
    @Override
    public String id() {
      return rule.id();
    }
  }
}
