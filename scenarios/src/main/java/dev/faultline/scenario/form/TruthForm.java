package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A truth value.
 *
 * @param allowed both, or only one
 */
record TruthForm(List<Boolean> allowed) implements Form<Boolean> {
  TruthForm {
    allowed = List.copyOf(allowed);
  }

  @Override
  public String what() {
    return Words.either(allowed.stream().map(String::valueOf).toList());
  }

  @Override
  public Boolean read(Value value) {
    boolean read = value.scalar(this, Kind.BOOLEAN).equals("true");
    if (!allowed.contains(read)) {
      throw value.expected(what());
    }
    return read;
  }

  @Override
  public Tree write(Boolean value) {
    return Tree.truth(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.types(List.of("boolean"));
    return allowed.size() == 1 ? schema.put("const", allowed.getFirst()) : schema;
  }
}
