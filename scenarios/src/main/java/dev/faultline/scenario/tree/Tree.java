package dev.faultline.scenario.tree;

import java.util.List;
import java.util.Optional;

/** A YAML value: text, a list or a mapping. */
public sealed interface Tree {
  /** Where it was written. */
  Place place();

  /** What messages call it: {@code '12'}, {@code a list}. */
  String description();

  /** What YAML takes a plain scalar for. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** Nothing was written. */
    NOTHING
  }

  /** One value, as it was spelled. */
  record Scalar(String text, Kind kind, Place place) implements Tree {
    private static final int SHOWN = 60;

    @Override
    public String description() {
      if (kind == Kind.NOTHING) {
        return "nothing";
      }
      String line = text.replaceAll("\\s+", " ");
      return line.length() <= SHOWN ? "'" + line + "'" : "'" + line.substring(0, SHOWN) + "…'";
    }
  }

  /** A list. */
  record Sequence(List<Tree> items, Place place) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String description() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** Keys with values; each key is there once. */
  record Mapping(List<Entry> entries, Place place) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of a key. */
    public Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String description() {
      return entries.isEmpty() ? "{}" : "{ " + entries.getFirst().key() + ": … }";
    }
  }

  /**
   * A key and its value.
   *
   * @param place of the key
   */
  record Entry(String key, Tree value, Place place) {}

  /** Text that no user wrote. */
  static Scalar text(String text) {
    return new Scalar(text, Kind.TEXT, Place.NOWHERE);
  }

  /** A number that no user wrote. */
  static Scalar number(Number number) {
    return new Scalar(number.toString(), Kind.NUMBER, Place.NOWHERE);
  }

  /** A truth value that no user wrote. */
  static Scalar truth(boolean value) {
    return new Scalar(Boolean.toString(value), Kind.BOOLEAN, Place.NOWHERE);
  }

  /** A list that no user wrote. */
  static Sequence list(List<? extends Tree> items) {
    return new Sequence(List.copyOf(items), Place.NOWHERE);
  }

  /** A mapping that no user wrote. */
  static Mapping mapping(List<Entry> entries) {
    return new Mapping(entries, Place.NOWHERE);
  }

  /** A mapping of one key that no user wrote. */
  static Mapping mapping(String key, Tree value) {
    return mapping(List.of(entry(key, value)));
  }

  /** An entry that no user wrote. */
  static Entry entry(String key, Tree value) {
    return new Entry(key, value, Place.NOWHERE);
  }
}
