package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.values.Share;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The key-value store {@code kv}. */
final class KvService implements Service {
  private static final Field KEY = new Field("key", "the key, any text");
  private static final Field VALUE = new Field("value", "the value, any text");
  private static final Field EXPECTED = new Field("expected", "the value it must find");
  private static final Vocabulary WORDS =
      new Vocabulary(
          "kv",
          List.of(
              new Kind("get", "Reads the value of a key.", List.of(KEY)),
              new Kind("put", "Replaces the value of a key.", List.of(KEY, VALUE)),
              new Kind(
                  "append",
                  "Adds text at the end of a key's value; an absent key counts as empty.",
                  List.of(KEY, VALUE)),
              new Kind(
                  "cas",
                  "Compare-and-set: replaces the value of a key if it is the expected one.",
                  List.of(KEY, EXPECTED, VALUE))));

  @Override
  public String name() {
    return WORDS.service();
  }

  @Override
  public String about() {
    return "A key-value store: text under keys, read, replaced, extended or compared and set.";
  }

  @Override
  public Optional<Model<?, ?, ?>> model() {
    return Optional.of(new KvModel());
  }

  @Override
  public List<Kind> kinds() {
    return WORDS.kinds();
  }

  @Override
  public SortedMap<String, Share> defaultMix() {
    return Collections.unmodifiableSortedMap(
        new TreeMap<>(
            Map.of(
                "get", new Share(0.6),
                "put", new Share(0.25),
                "append", new Share(0.05),
                "cas", new Share(0.1))));
  }

  @Override
  public Record operation(String kind, Map<String, String> fields) {
    WORDS.check(kind, fields);
    return draw(
        kind,
        fields.getOrDefault("key", ""),
        fields.getOrDefault("value", ""),
        fields.getOrDefault("expected", ""));
  }

  @Override
  public String kindOf(Record operation) {
    return switch ((KvOperation) operation) {
      case Get get -> "get";
      case Put put -> "put";
      case Append append -> "append";
      case CompareAndSet cas -> "cas";
    };
  }

  @Override
  public SequencedMap<String, String> fields(Record operation) {
    return switch ((KvOperation) operation) {
      case Get(String key) -> Vocabulary.fields("key", key);
      case Put(String key, String value) -> Vocabulary.fields("key", key, "value", value);
      case Append(String key, String value) -> Vocabulary.fields("key", key, "value", value);
      case CompareAndSet(String key, String expected, String value) ->
          Vocabulary.fields("key", key, "expected", expected, "value", value);
    };
  }

  @Override
  public Record draw(String kind, String key, String uniqueValue, String expectedValue) {
    return switch (kind) {
      case "get" -> new Get(key);
      case "put" -> new Put(key, uniqueValue);
      case "append" -> new Append(key, uniqueValue);
      case "cas" -> new CompareAndSet(key, expectedValue, uniqueValue);
      default -> throw WORDS.unknown(kind);
    };
  }

  @Override
  public boolean readsOnly(Record operation) {
    return operation instanceof Get;
  }

  @Override
  public Optional<String> written(Record operation) {
    return switch ((KvOperation) operation) {
      case Get get -> Optional.empty();
      case Put put -> Optional.of(put.value());
      case Append append -> Optional.of(append.value());
      case CompareAndSet cas -> Optional.of(cas.value());
    };
  }
}
