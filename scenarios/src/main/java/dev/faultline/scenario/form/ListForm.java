package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list.
 *
 * @param item the form of each entry
 * @param what is expected
 * @param least how many entries there are at least
 */
record ListForm<T>(Form<T> item, String what, int least) implements Form<List<T>> {
  @Override
  public List<T> read(Value value) {
    List<T> items = value.items(this).stream().map(item::read).toList();
    if (items.size() < least) {
      throw value.expected(what);
    }
    return items;
  }

  @Override
  public Tree write(List<T> value) {
    return Tree.list(value.stream().map(item::write).toList());
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.object().put("type", "array");
    schema.set("items", item.schema(schemas));
    return least == 0 ? schema : schema.put("minItems", least);
  }
}
