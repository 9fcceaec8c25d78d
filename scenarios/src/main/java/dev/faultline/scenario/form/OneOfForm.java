package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping of one key; the key says which of several alternatives the value is: {@code { isolate:
 * leader }}.
 */
public final class OneOfForm<T> implements Form<T> {
  private final String what;
  private final List<Alternative<T>> alternatives;

  private OneOfForm(String what, List<Alternative<T>> alternatives) {
    this.what = what;
    this.alternatives = alternatives;
  }

  /** No alternatives yet. */
  public static <T> OneOfForm<T> of(String what) {
    return new OneOfForm<>(what, List.of());
  }

  /** With one more alternative, for the values of a class. */
  public <V extends T> OneOfForm<T> or(String key, String about, Class<V> type, Form<V> form) {
    return or(key, about, type::isInstance, form.as(value -> value, type::cast));
  }

  /** With one more alternative, for the values that a predicate accepts. */
  public OneOfForm<T> or(String key, String about, Predicate<T> holds, Form<T> form) {
    List<Alternative<T>> more = new ArrayList<>(alternatives);
    more.add(new Alternative<>(key, about, holds, form));
    return new OneOfForm<>(what, List.copyOf(more));
  }

  @Override
  public String what() {
    return what;
  }

  /** The keys of all alternatives. */
  public List<String> keys() {
    return alternatives.stream().map(Alternative::key).toList();
  }

  /** The keys of all alternatives, in order, each with its sentence. */
  public SequencedMap<String, String> abouts() {
    SequencedMap<String, String> abouts = new LinkedHashMap<>();
    alternatives.forEach(one -> abouts.put(one.key(), one.about()));
    return Collections.unmodifiableSequencedMap(abouts);
  }

  @Override
  public T read(Value value) {
    return readOnly(Keys.of(value, keys(), this));
  }

  /** Reads the one alternative that is among the keys; other keys are left alone. */
  public T readOnly(Keys keys) {
    List<Alternative<T>> present =
        alternatives.stream().filter(one -> keys.get(one.key()).isPresent()).toList();
    if (present.size() != 1) {
      throw keys.mapping()
          .error("expected exactly one of " + Words.either(keys()) + ", got " + named(present));
    }
    Alternative<T> only = present.getFirst();
    return keys.require(only.key(), only.form());
  }

  private static <T> String named(List<Alternative<T>> present) {
    return present.isEmpty()
        ? "none"
        : String.join(" and ", present.stream().map(Alternative::key).toList());
  }

  @Override
  public Tree write(T value) {
    return Tree.mapping(List.of(entry(value)));
  }

  /** The key and value of an alternative. */
  public Entry entry(T value) {
    for (Alternative<T> alternative : alternatives) {
      if (alternative.holds().test(value)) {
        return Tree.entry(alternative.key(), alternative.form().write(value));
      }
    }
    throw new IllegalStateException("no form for " + value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.closedObject(properties(schemas), List.of());
    return schema.put("minProperties", 1).put("maxProperties", 1);
  }

  /** The properties of all alternatives, for the schema of an object that has one of them. */
  public ObjectNode properties(Schemas schemas) {
    ObjectNode properties = schemas.object();
    for (Alternative<T> one : alternatives) {
      ObjectNode schema = schemas.described(one.about(), one.form().schema(schemas));
      properties.set(one.key(), schemas.either(properties.get(one.key()), schema));
    }
    return properties;
  }

  private record Alternative<T>(String key, String about, Predicate<T> holds, Form<T> form) {}
}
