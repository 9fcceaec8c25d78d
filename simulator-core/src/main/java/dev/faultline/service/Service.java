package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.values.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

/**
 * What clients see, whichever protocol is underneath: which operations there are, how they are
 * written in scenarios and recordings, and what a correct copy would answer. Services hold no
 * state.
 */
public interface Service {
  /** The name in scenarios: {@code kv}. */
  String name();

  /** One sentence for people. */
  String about();

  /** What one copy of the service does; empty for a service without a sequential meaning. */
  Optional<Model<?, ?, ?>> model();

  /** The kinds of operation, always in the same order. */
  List<Kind> kinds();

  /** The share of each kind in a workload that does not say otherwise; together 100%. */
  SortedMap<String, Share> defaultMix();

  /**
   * Makes an operation from what a scenario or a recording says.
   *
   * @param kind the name of one of {@link #kinds}
   * @param fields a value for each of its fields and for nothing else
   * @throws IllegalArgumentException when the kind is unknown, or a field is missing or unknown;
   *     the message says what was expected
   */
  Record operation(String kind, Map<String, String> fields);

  /**
   * The name of the kind of an operation.
   *
   * @throws ClassCastException when the operation belongs to another service
   */
  String kindOf(Record operation);

  /**
   * The inverse of {@link #operation}: the fields in their order.
   *
   * @throws ClassCastException when the operation belongs to another service
   */
  SequencedMap<String, String> fields(Record operation);

  /**
   * Makes an operation of a generated workload; what its kind has no use for is ignored.
   *
   * @param kind the name of one of {@link #kinds}
   * @param key what it works on
   * @param uniqueValue what it writes; no other operation of the run writes the same
   * @param expectedValue what a compare-and-set expects to find
   * @throws IllegalArgumentException when the kind is unknown
   */
  Record draw(String kind, String key, String uniqueValue, String expectedValue);

  /** Does the operation only read? Then it cannot change what others see. */
  boolean readsOnly(Record operation);

  /** What the operation writes, or adds, if it writes. */
  Optional<String> written(Record operation);

  /**
   * A kind of operation.
   *
   * @param name {@code put}
   * @param about one sentence for people
   * @param fields what it takes, in order
   */
  record Kind(String name, String about, List<Field> fields) {
    public Kind {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One input of a kind of operation.
   *
   * @param name {@code key}
   * @param about a few words for people
   */
  record Field(String name, String about) {}
}
