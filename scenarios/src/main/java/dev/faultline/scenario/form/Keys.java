package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.InputException;
import dev.faultline.scenario.tree.Spelling;
import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.scenario.tree.Tree.Mapping;
import java.util.Collection;
import java.util.Optional;

/** A mapping whose keys are all known. */
public final class Keys {
  /** More keys than these are listed only when none of them seems to be meant. */
  private static final int FEW = 8;

  private final Value mapping;

  private Keys(Value mapping) {
    this.mapping = mapping;
  }

  /**
   * Checks the keys of a mapping.
   *
   * @param form of the mapping, for the error about anything else
   * @throws InputException when the value is no mapping, or a key is unknown
   */
  public static Keys of(Value mapping, Collection<String> known, Form<?> form) {
    if (!(mapping.tree() instanceof Mapping tree)) {
      throw mapping.expected(form.what());
    }
    for (Entry entry : tree.entries()) {
      if (!known.contains(entry.key())) {
        throw unknown(mapping, entry, known);
      }
    }
    return new Keys(mapping);
  }

  /** The error about a key that is not known. */
  private static InputException unknown(Value mapping, Entry entry, Collection<String> known) {
    String hint = Spelling.hint(entry.key(), known);
    String all = hint.isEmpty() || known.size() <= FEW ? ", expected " + Words.either(known) : "";
    return new InputException(
        entry.place(), mapping.child(entry.key()) + ": unknown key" + all + hint);
  }

  /** The mapping itself, for errors about all of it. */
  public Value mapping() {
    return mapping;
  }

  /** The value of a key, if it is there. */
  public Optional<Value> get(String key) {
    return mapping.get(key);
  }

  /** Reads the value of a key, if it is there. */
  public <T> Optional<T> read(String key, Form<T> form) {
    return get(key).map(form::read);
  }

  /** Reads the value of a key that must be there. */
  public <T> T require(String key, Form<T> form) {
    return form.read(get(key).orElseThrow(() -> missing(key, form.what())));
  }

  /** The error about a key that must be there, at the mapping. */
  public InputException missing(String key, String what) {
    return new InputException(
        mapping.tree().place(), mapping.child(key) + ": expected " + what + ", got nothing");
  }
}
