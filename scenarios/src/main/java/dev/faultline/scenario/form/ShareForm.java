package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import dev.faultline.values.Share;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A share in percent, or a number from 0 to 1. */
record ShareForm() implements Form<Share> {
  @Override
  public String what() {
    return "a share such as 0.1% or 0.001";
  }

  @Override
  public Share read(Value value) {
    String text = value.scalar(this, Kind.TEXT, Kind.NUMBER);
    return value.checked(() -> Share.parse(text));
  }

  @Override
  public Tree write(Share value) {
    return Tree.text(value.toString());
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode number = schemas.types(List.of("number")).put("minimum", 0).put("maximum", 1);
    String percent = "^[+]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)? *%?$";
    return schemas.anyOf(List.of(number, schemas.text(percent)));
  }
}
