package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.InputException;
import dev.faultline.scenario.tree.Tree;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of value in the scenario language. What it reads, what it writes and what the schema
 * says about it belong together: whatever it writes, it reads back equal, and the schema accepts
 * whatever it reads.
 */
public interface Form<T> {
  /** What is expected, for messages: {@code "a share such as 0.1%"}. */
  String what();

  /**
   * Reads a value.
   *
   * @throws InputException when it has another form
   */
  T read(Value value);

  /** Writes a value. */
  Tree write(T value);

  /** Describes the values in JSON Schema, draft-07. */
  ObjectNode schema(Schemas schemas);

  /**
   * The same form, for another type.
   *
   * @param to may throw an {@link IllegalArgumentException} that says what is wrong
   * @param from the inverse
   */
  default <U> Form<U> as(Function<T, U> to, Function<U, T> from) {
    return new MappedForm<>(this, to, from);
  }
}
