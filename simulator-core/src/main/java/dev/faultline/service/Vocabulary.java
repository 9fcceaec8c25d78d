package dev.faultline.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The words of one service: its kinds of operation and their fields, with the complaints about
 * words it does not know.
 *
 * @param service its name
 */
record Vocabulary(String service, List<Service.Kind> kinds) {
  Vocabulary {
    kinds = List.copyOf(kinds);
  }

  /** The kind of that name. */
  Service.Kind kind(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** What to throw for a name that is no kind of this service. */
  IllegalArgumentException unknown(String name) {
    List<String> names = kinds.stream().map(Service.Kind::name).toList();
    return new IllegalArgumentException(
        service + " has no operation '" + name + "': expected " + either(names));
  }

  /** Complains unless there is a value for every field of the kind and for nothing else. */
  void check(String kindName, Map<String, String> fields) {
    List<String> expected = kind(kindName).fields().stream().map(Service.Field::name).toList();
    for (String name : expected) {
      if (!fields.containsKey(name)) {
        throw complaint(kindName + " needs '" + name + "'", expected);
      }
    }
    // Sorted, so that of several unknown fields the same is named every time.
    for (String name : fields.keySet().stream().sorted().toList()) {
      if (!expected.contains(name)) {
        throw complaint(kindName + " has no '" + name + "'", expected);
      }
    }
  }

  private static IllegalArgumentException complaint(String what, List<String> expected) {
    return new IllegalArgumentException(
        what + ": expected " + (expected.isEmpty() ? "no fields" : list(expected, "and")));
  }

  /** Names and values, in this order: {@code "key", "k1", "value", "v17"}. */
  static SequencedMap<String, String> fields(String... namesAndValues) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Collections.unmodifiableSequencedMap(fields);
  }

  /** {@code get, put or cas}. */
  static String either(List<String> names) {
    return list(names, "or");
  }

  private static String list(List<String> names, String word) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    List<String> allButLast = new ArrayList<>(names);
    String last = allButLast.removeLast();
    return String.join(", ", allButLast) + " " + word + " " + last;
  }
}
