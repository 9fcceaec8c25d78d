package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Spelling;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/** One of several words. */
public record EnumForm<T>(SequencedMap<String, T> words) implements Form<T> {
  public EnumForm {
    words = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(words));
  }

  /** The constants of an enum, in lower case with hyphens: {@code before-sync}. */
  static <E extends Enum<E>> EnumForm<E> of(Class<E> type) {
    SequencedMap<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return new EnumForm<>(words);
  }

  /** Words that stand for themselves. */
  public static EnumForm<String> of(List<String> words) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    words.forEach(word -> map.put(word, word));
    return new EnumForm<>(map);
  }

  @Override
  public String what() {
    return Words.either(words.keySet());
  }

  @Override
  public T read(Value value) {
    String word = value.scalar(this, Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN);
    T meaning = words.get(word);
    if (meaning == null) {
      throw value.error(
          "expected "
              + what()
              + ", got "
              + value.tree().description()
              + Spelling.hint(word, words.keySet()));
    }
    return meaning;
  }

  @Override
  public Tree write(T value) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(Tree::text)
        .orElseThrow();
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.words(words.keySet());
  }
}
