package dev.faultline.campaign.shrink;

import dev.faultline.fault.FaultAction;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import dev.faultline.workload.PlannedOperation;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes an ordinary scenario of a small one: in order of time, and with what it was run with. */
final class Finishing implements Pass {
  private static final String SUFFIX = "-minimal";

  private final Scenario origin;
  private final ScenarioWriter writer;

  Finishing(Scenario origin, ScenarioWriter writer) {
    this.origin = origin;
    this.writer = writer;
  }

  @Override
  public Sample shrink(Sample sample, Lab lab) {
    List<UnaryOperator<Scenario>> touches =
        List.of(
            scenario -> scenario.edited(draft -> draft.recovery = origin.recovery()),
            Finishing::inOrder,
            writer::withUsualIds);
    Sample finished = new Sample(named(sample.scenario()), sample.result());
    for (UnaryOperator<Scenario> touch : touches) {
      Scenario candidate = touch.apply(finished.scenario());
      finished = lab.attempt(candidate).orElse(finished);
    }
    return finished;
  }

  /**
   * What the scenario was about, and what was expected of it, does not hold for this one. Neither
   * is part of the run.
   */
  private Scenario named(Scenario scenario) {
    String name = origin.name();
    return scenario.edited(draft -> {
      draft.name = name.endsWith(SUFFIX) ? name : name + SUFFIX;
      draft.about = "";
      draft.expect = new Expectation.Pass();
    });
  }

  private static Scenario inOrder(Scenario scenario) {
    List<FaultAction> actions =
        Parts.actions(scenario).stream().sorted(Comparator.comparing(Parts::time)).toList();
    List<PlannedOperation> operations =
        scenario.operations().stream().sorted(Comparator.comparing(PlannedOperation::at)).toList();
    return Parts.withOperations(Parts.withActions(scenario, actions), operations);
  }
}
