package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import tools.jackson.databind.node.ObjectNode;

/** A whole number within bounds, both included. */
record WholeForm(long least, long most) implements Form<Long> {
  @Override
  public String what() {
    if (least <= Integer.MIN_VALUE && most >= Integer.MAX_VALUE) {
      return "a whole number";
    }
    return most >= Integer.MAX_VALUE
        ? "a whole number of at least " + least
        : "a whole number from " + least + " to " + most;
  }

  @Override
  public Long read(Value value) {
    String text = value.scalar(this, Kind.NUMBER);
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw value.expected(what());
    }
    throw value.expected(what());
  }

  @Override
  public Tree write(Long value) {
    return Tree.number(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.whole(least, most);
  }
}
