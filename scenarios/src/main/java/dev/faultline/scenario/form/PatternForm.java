package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Text of a certain shape, such as an id. */
record PatternForm(String what, Pattern pattern) implements Form<String> {
  @Override
  public String read(Value value) {
    String text = value.scalar(this, Kind.TEXT);
    if (!pattern.matcher(text).matches()) {
      throw value.expected(what);
    }
    return text;
  }

  @Override
  public Tree write(String value) {
    return Tree.text(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.text(pattern.pattern());
  }
}
