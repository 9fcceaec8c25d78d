package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A number without a unit. */
record NumberForm() implements Form<Double> {
  @Override
  public String what() {
    return "a number";
  }

  @Override
  public Double read(Value value) {
    double number = Double.parseDouble(value.scalar(this, Kind.NUMBER));
    if (!Double.isFinite(number)) {
      throw value.expected(what());
    }
    return number;
  }

  @Override
  public Tree write(Double value) {
    return Tree.number(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.types(List.of("number"));
  }
}
