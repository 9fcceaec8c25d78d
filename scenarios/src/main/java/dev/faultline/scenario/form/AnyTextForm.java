package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Any text; numbers and truth values are taken as they are spelled. */
record AnyTextForm() implements Form<String> {
  @Override
  public String what() {
    return "text";
  }

  @Override
  public String read(Value value) {
    return value.scalar(this, Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN);
  }

  @Override
  public Tree write(String value) {
    return Tree.text(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.types(List.of("string", "number", "boolean"));
  }
}
