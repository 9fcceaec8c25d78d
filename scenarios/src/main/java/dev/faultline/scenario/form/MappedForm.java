package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** A form whose values stand for those of another type. */
record MappedForm<T, U>(Form<T> form, Function<T, U> to, Function<U, T> from) implements Form<U> {
  @Override
  public String what() {
    return form.what();
  }

  @Override
  public U read(Value value) {
    T read = form.read(value);
    return value.checked(() -> to.apply(read));
  }

  @Override
  public Tree write(U value) {
    return form.write(from.apply(value));
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return form.schema(schemas);
  }
}
