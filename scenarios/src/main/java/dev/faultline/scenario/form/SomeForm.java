package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Sequence;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One value, or a list of at least one. */
record SomeForm<T>(Form<T> item, String what) implements Form<List<T>> {
  @Override
  public List<T> read(Value value) {
    return value.tree() instanceof Sequence ? list().read(value) : List.of(item.read(value));
  }

  @Override
  public Tree write(List<T> value) {
    return value.size() == 1 ? item.write(value.getFirst()) : list().write(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(item.schema(schemas), list().schema(schemas)));
  }

  private ListForm<T> list() {
    return new ListForm<>(item, what, 1);
  }
}
