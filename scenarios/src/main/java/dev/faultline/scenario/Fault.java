package dev.faultline.scenario;

import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;

/** One entry of a scenario's faults. */
public sealed interface Fault {
  /** Unique in the scenario. */
  String id();

  /** What it does. */
  Effect effect();

  /** The same fault under another id. */
  Fault named(String id);

  /** A fault that happens once. */
  record Once(FaultAction action) implements Fault {
    @Override
    public String id() {
      return action.id();
    }

    @Override
    public Effect effect() {
      return action.effect();
    }

    @Override
    public Fault named(String id) {
      return new Once(new FaultAction(id, action.anchor(), action.lasts(), action.effect()));
    }
  }

  /** A fault that comes again and again. */
  record Repeated(FaultRule rule) implements Fault {
    @Override
    public String id() {
      return rule.id();
    }

    @Override
    public Effect effect() {
      return rule.effect();
    }

    @Override
    public Fault named(String id) {
      return new Repeated(new FaultRule(id, rule.schedule(), rule.lasts(), rule.effect()));
    }
  }
}
