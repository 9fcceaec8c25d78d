package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.service.RegisterOperation.CompareAndSet;
import dev.faultline.service.RegisterOperation.Read;
import dev.faultline.service.RegisterOperation.Write;
import dev.faultline.values.Share;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The single register {@code register}. */
final class RegisterService implements Service {
  private static final Field VALUE = new Field("value", "the value, any text");
  private static final Field EXPECTED = new Field("expected", "the value it must find");
  private static final Vocabulary WORDS =
      new Vocabulary(
          "register",
          List.of(
              new Kind("read", "Reads the value.", List.of()),
              new Kind("write", "Replaces the value.", List.of(VALUE)),
              new Kind(
                  "cas",
                  "Compare-and-set: replaces the value if it is the expected one.",
                  List.of(EXPECTED, VALUE))));

  @Override
  public String name() {
    return WORDS.service();
  }

  @Override
  public String about() {
    return "One register: a single value, read, replaced or compared and set.";
  }

  @Override
  public Optional<Model<?, ?, ?>> model() {
    return Optional.of(new RegisterModel());
  }

  @Override
  public List<Kind> kinds() {
    return WORDS.kinds();
  }

  @Override
  public SortedMap<String, Share> defaultMix() {
    return Collections.unmodifiableSortedMap(
        new TreeMap<>(
            Map.of("read", new Share(0.6), "write", new Share(0.3), "cas", new Share(0.1))));
  }

  @Override
  public Record operation(String kind, Map<String, String> fields) {
    WORDS.check(kind, fields);
    return draw(kind, "", fields.getOrDefault("value", ""), fields.getOrDefault("expected", ""));
  }

  @Override
  public String kindOf(Record operation) {
    return switch ((RegisterOperation) operation) {
      case Read read -> "read";
      case Write write -> "write";
      case CompareAndSet cas -> "cas";
    };
  }

  @Override
  public SequencedMap<String, String> fields(Record operation) {
    return switch ((RegisterOperation) operation) {
      case Read() -> Vocabulary.fields();
      case Write(String value) -> Vocabulary.fields("value", value);
      case CompareAndSet(String expected, String value) ->
          Vocabulary.fields("expected", expected, "value", value);
    };
  }

  @Override
  public Record draw(String kind, String key, String uniqueValue, String expectedValue) {
    return switch (kind) {
      case "read" -> new Read();
      case "write" -> new Write(uniqueValue);
      case "cas" -> new CompareAndSet(expectedValue, uniqueValue);
      default -> throw WORDS.unknown(kind);
    };
  }

  @Override
  public boolean readsOnly(Record operation) {
    return operation instanceof Read;
  }

  @Override
  public Optional<String> written(Record operation) {
    return switch ((RegisterOperation) operation) {
      case Read read -> Optional.empty();
      case Write write -> Optional.of(write.value());
      case CompareAndSet cas -> Optional.of(cas.value());
    };
  }
}
