package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.InputException;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.scenario.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value of a scenario.
 *
 * @param tree what was written
 * @param path from the top of the scenario, for messages: {@code faults[0].at}; empty at the top
 */
public record Value(Tree tree, String path) {
  /** An error about this value, at its place. */
  public InputException error(String problem) {
    return new InputException(tree.place(), (path.isEmpty() ? "" : path + ": ") + problem);
  }

  /** An error about this value: it is something else. */
  public InputException expected(String what) {
    return error("expected " + what + ", got " + tree.description());
  }

  /**
   * Turns a complaint of a value type into an error at this value; if the complaint begins with the
   * name of a key that is here, at that key's value.
   */
  public <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      String complaint = String.valueOf(e.getMessage());
      throw culprit(complaint).error(complaint);
    }
  }

  private Value culprit(String complaint) {
    int space = complaint.indexOf(' ');
    return space > 0 && tree instanceof Mapping
        ? get(complaint.substring(0, space)).orElse(this)
        : this;
  }

  /** The text of a scalar of some kinds; an error that names the form for anything else. */
  public String scalar(Form<?> form, Kind... kinds) {
    if (tree instanceof Scalar scalar && List.of(kinds).contains(scalar.kind())) {
      return scalar.text();
    }
    throw expected(form.what());
  }

  /** The value of a key, if this is a mapping and has it. */
  public Optional<Value> get(String key) {
    return tree instanceof Mapping mapping
        ? mapping.find(key).map(entry -> new Value(entry.value(), child(key)))
        : Optional.empty();
  }

  /** The entries of a list; an error that names the form for anything else. */
  public List<Value> items(Form<?> form) {
    if (!(tree instanceof Sequence sequence)) {
      throw expected(form.what());
    }
    List<Value> items = new ArrayList<>();
    for (Tree item : sequence.items()) {
      items.add(new Value(item, path + "[" + items.size() + "]"));
    }
    return items;
  }

  /** The path of a key of this value. */
  public String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
