package dev.faultline.scenario.tree;

import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.scenario.tree.Tree.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document. Anchors, aliases and tags are refused: no scenario needs them, and an
 * alias can stand for any amount of data.
 */
public final class TreeReader {
  private static final int DEEPEST = 40;

  private final YAMLParser parser;
  private final Places places;
  private int depth;

  private TreeReader(YAMLParser parser, Places places) {
    this.parser = parser;
    this.places = places;
  }

  /**
   * Reads a file's text; each value knows its line and column.
   *
   * @param file as messages call it
   * @return empty when the document is
   * @throws InputException when the text is not YAML or uses what is refused
   */
  public static Optional<Tree> file(String file, String text) {
    return read(text, (line, column) -> new Place(file, line, column));
  }

  /**
   * Reads the value of an option; each value knows the option.
   *
   * @param option as messages call it
   * @return empty when there is no value
   * @throws InputException when the text is not YAML or uses what is refused
   */
  public static Optional<Tree> option(String option, String text) {
    Place place = Place.whole(option);
    return read(text, (line, column) -> place);
  }

  private static Optional<Tree> read(String text, Places places) {
    // Whoever has the text in memory has judged its size.
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    // Keys that come twice are found here, where both places are known.
    YAMLFactory factory =
        YAMLFactory.builder()
            .loadSettings(settings)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    try (YAMLParser parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), text)) {
      return new TreeReader(parser, places).document();
    } catch (JacksonException e) {
      throw notYaml(e, places);
    }
  }

  private Optional<Tree> document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return Optional.empty();
    }
    Tree tree = value(first);
    if (parser.nextToken() != null) {
      throw new InputException(
          place(), "a scenario is one YAML document, and here a second begins");
    }
    return Optional.of(tree);
  }

  private Tree value(JsonToken token) {
    Place place = place();
    refuseIndirection(place);
    return switch (token) {
      case START_OBJECT -> deeper(place, () -> mapping(place));
      case START_ARRAY -> deeper(place, () -> sequence(place));
      default -> new Tree.Scalar(parser.getString(), kind(token), place);
    };
  }

  private Tree deeper(Place place, Supplier<Tree> inner) {
    if (++depth > DEEPEST) {
      throw new InputException(place, "nested more than " + DEEPEST + " levels deep");
    }
    Tree tree = inner.get();
    depth--;
    return tree;
  }

  private Tree sequence(Place place) {
    List<Tree> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    return new Tree.Sequence(items, place);
  }

  private Tree mapping(Place place) {
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = place();
      refuseIndirection(keyPlace);
      Entry twin = entries.get(key);
      if (twin != null) {
        throw new InputException(
            keyPlace, "the key '" + key + "' is given twice, first in line " + twin.place().line());
      }
      entries.put(key, new Entry(key, value(parser.nextToken()), keyPlace));
    }
    return new Tree.Mapping(List.copyOf(entries.values()), place);
  }

  private void refuseIndirection(Place place) {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new InputException(
          place, "anchors and aliases are not part of the scenario language; write the value out");
    }
    if (parser.getTypeId() != null) {
      throw new InputException(place, "tags are not part of the scenario language");
    }
  }

  private static Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
      case VALUE_NULL -> Kind.NOTHING;
      default -> Kind.TEXT;
    };
  }

  private Place place() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return places.at(location.getLineNr(), location.getColumnNr());
  }

  private static InputException notYaml(JacksonException exception, Places places) {
    if (exception.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      return new InputException(
          places.at(mark.getLine() + 1, mark.getColumn() + 1),
          "not YAML: " + marked.getProblem() + context(marked));
    }
    TokenStreamLocation location = exception.getLocation();
    Place place =
        location == null
            ? places.at(1, 1)
            : places.at(location.getLineNr(), location.getColumnNr());
    String problem = exception.getOriginalMessage();
    return new InputException(
        place,
        problem.startsWith("Expected a property name")
            ? "expected a word as key, got a list, a mapping or an alias"
            : "not YAML: " + problem);
  }

  private static String context(MarkedYamlEngineException marked) {
    if (marked.getContext() == null || marked.getContextMark().isEmpty()) {
      return "";
    }
    int line = marked.getContextMark().get().getLine() + 1;
    return " (" + marked.getContext() + ", begun in line " + line + ")";
  }

  /** Makes places of the text that is read; line and column count from 1. */
  private interface Places {
    Place at(int line, int column);
  }
}
