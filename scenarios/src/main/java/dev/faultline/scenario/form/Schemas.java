package dev.faultline.scenario.form;

import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.values.About;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the parts of one JSON Schema, draft-07. Records become definitions: a generator reads their
 * components and the sentences about them, and the record's form says what each component looks
 * like.
 */
public final class Schemas {
  private final JsonMapper json = JsonMapper.shared();
  private final SchemaBuilder records;
  private final Map<Class<?>, RecordForm<?>> forms = new HashMap<>();
  private final SortedMap<String, ObjectNode> named = new TreeMap<>();

  public Schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.FLATTENED_OPTIONALS);
    config
        .forTypesInGeneral()
        .withPropertySorter((unusedOne, unusedOther) -> 0)
        .withDefinitionNamingStrategy((key, context) -> name(key.getType().getErasedType()));
    config
        .forFields()
        .withCustomDefinitionProvider((field, context) -> component(field))
        .withRequiredCheck(field -> form(field).isRequired(field.getDeclaredName()));
    records = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** The schema of a record, as a reference to a definition. */
  ObjectNode record(RecordForm<?> form) {
    if (forms.putIfAbsent(form.type(), form) == null) {
      records.createSchemaReference(form.type());
    }
    return reference(name(form.type()));
  }

  /** A schema that many others use, as a reference to a definition. */
  public ObjectNode named(String name, Supplier<ObjectNode> schema) {
    if (!named.containsKey(name)) {
      named.put(name, object());
      named.put(name, schema.get());
    }
    return reference(name);
  }

  private ObjectNode reference(String name) {
    return object().put("$ref", "#/definitions/" + name);
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** All definitions that other parts refer to, by name. */
  public ObjectNode definitions() {
    ObjectNode definitions = object();
    SortedMap<String, JsonNode> sorted = new TreeMap<>(named);
    records
        .collectDefinitions("definitions")
        .properties()
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    sorted.forEach(definitions::set);
    return definitions;
  }

  /** An object of nothing yet. */
  public ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Text of a pattern. */
  public ObjectNode text(String pattern) {
    return object().put("type", "string").put("pattern", pattern);
  }

  /** A whole number within bounds, both included. */
  ObjectNode whole(long least, long most) {
    ObjectNode schema = object().put("type", "integer");
    if (least > Integer.MIN_VALUE) {
      schema.put("minimum", least);
    }
    return most < Integer.MAX_VALUE ? schema.put("maximum", most) : schema;
  }

  /** Any value of some types. */
  ObjectNode types(List<String> types) {
    return types.size() == 1
        ? object().put("type", types.getFirst())
        : object().set("type", array(types));
  }

  /** One of some words. */
  public ObjectNode words(Collection<String> words) {
    return object().put("type", "string").set("enum", array(words));
  }

  /** What one of some schemas accepts. */
  public ObjectNode anyOf(List<ObjectNode> schemas) {
    ArrayNode options = JsonNodeFactory.instance.arrayNode();
    schemas.forEach(options::add);
    return object().set("anyOf", options);
  }

  /** What a schema accepts, or another if there is one. */
  ObjectNode either(@Nullable JsonNode one, ObjectNode other) {
    return one instanceof ObjectNode first ? anyOf(List.of(first, other)) : other;
  }

  /** What all of some schemas accept. */
  public ObjectNode allOf(List<ObjectNode> schemas) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    schemas.forEach(parts::add);
    return object().set("allOf", parts);
  }

  /** The condition that an object has exactly one of some keys. */
  public ObjectNode exactlyOne(Collection<String> keys) {
    ArrayNode options = JsonNodeFactory.instance.arrayNode();
    keys.stream()
        .distinct()
        .forEach(key -> options.add(object().set("required", array(List.of(key)))));
    return object().set("oneOf", options);
  }

  /** An object with these properties and no others. */
  public ObjectNode closedObject(ObjectNode properties, List<String> required) {
    ObjectNode schema = object().put("type", "object");
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", array(required));
    }
    return schema.put("additionalProperties", false);
  }

  /** A schema with a sentence for people; beside a reference that takes a wrapper in draft-07. */
  public ObjectNode described(String about, ObjectNode schema) {
    if (schema.has("$ref")) {
      ObjectNode described = object().put("description", about);
      return described.setAll(allOf(List.of(schema)));
    }
    ObjectNode described = object().put("description", about);
    return described.setAll(schema);
  }

  private static ArrayNode array(Collection<String> words) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    words.forEach(array::add);
    return array;
  }

  private CustomPropertyDefinition component(FieldScope field) {
    RecordForm<?> record = form(field);
    String name = field.getDeclaredName();
    ObjectNode schema = record.form(name).schema(this);
    About about = field.getAnnotation(About.class);
    ObjectNode described = about == null ? schema : described(about.value(), schema);
    record
        .defaultOf(name)
        .flatMap(Schemas::scalar)
        .ifPresent(usual -> described.set("default", usual));
    return new CustomPropertyDefinition(described, AttributeInclusion.NO);
  }

  private static Optional<JsonNode> scalar(Tree tree) {
    if (!(tree instanceof Scalar scalar)) {
      return Optional.empty();
    }
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Optional.of(
        switch (scalar.kind()) {
          case TEXT -> json.stringNode(scalar.text());
          case NUMBER -> json.numberNode(new BigDecimal(scalar.text()));
          case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(scalar.text()));
          case NOTHING -> json.nullNode();
        });
  }

  private RecordForm<?> form(FieldScope field) {
    return Objects.requireNonNull(forms.get(field.getDeclaringType().getErasedType()));
  }
}
