package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** All faults of a scenario, each with an id of its own. */
record FaultsForm(FaultForm fault) implements Form<List<Fault>> {
  @Override
  public String what() {
    return "a list of faults";
  }

  @Override
  public List<Fault> read(Value value) {
    return FaultIds.complete(list().read(value), fault::kind, value);
  }

  @Override
  public Tree write(List<Fault> value) {
    return list().write(value);
  }

  /** The same faults with the ids that they get when none is given. */
  List<Fault> withUsualIds(List<Fault> faults) {
    return FaultIds.usual(faults, fault::kind);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return list().schema(schemas);
  }

  private Form<List<Fault>> list() {
    return Forms.listOrNone(fault, what());
  }
}
