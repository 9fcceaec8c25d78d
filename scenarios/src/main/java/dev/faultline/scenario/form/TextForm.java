package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value type with a text form.
 *
 * @param what is expected
 * @param pattern of the text, a regular expression that JavaScript understands too
 * @param parse may throw an {@link IllegalArgumentException}, which says what is wrong
 * @param print the inverse
 */
record TextForm<T>(
    String what, String pattern, Function<String, T> parse, Function<T, String> print)
    implements Form<T> {
  @Override
  public T read(Value value) {
    String text = value.scalar(this, Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN);
    return value.checked(() -> parse.apply(text));
  }

  @Override
  public Tree write(T value) {
    return Tree.text(print.apply(value));
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.text(pattern);
  }
}
