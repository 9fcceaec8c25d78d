package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A seed: a whole number of 64 bits. In quotes it survives tools that know 53 bits only. */
record SeedForm() implements Form<Long> {
  @Override
  public String what() {
    return "a whole number of 64 bits";
  }

  @Override
  public Long read(Value value) {
    try {
      return Long.parseLong(value.scalar(this, Kind.NUMBER, Kind.TEXT));
    } catch (NumberFormatException e) {
      throw value.expected(what());
    }
  }

  @Override
  public Tree write(Long value) {
    return Tree.number(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(
        List.of(schemas.types(List.of("integer")), schemas.text("^[+-]?[0-9]{1,19}$")));
  }
}
