package dev.faultline.scenario.tree;

import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.scenario.tree.Tree.Kind;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.scenario.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings of the command line that replace parts of a tree: {@code network.loss=2%}, {@code
 * faults[0].at=5s}. The value is YAML; {@code null} removes the setting. Keys that are not there
 * yet are added, list entries are not.
 */
public final class Overrides {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]=]+)|\\[([0-9]{1,6})]");

  private final Place place;
  private final List<String> steps;
  private final Tree value;

  private Overrides(Place place, List<String> steps, Tree value) {
    this.place = place;
    this.steps = steps;
    this.value = value;
  }

  /**
   * Replaces a part of a tree.
   *
   * @param override {@code path=value}
   * @throws InputException when it has another form or its path leads nowhere
   */
  public static Tree apply(String override, Tree tree) {
    Place place = Place.whole("--set " + override);
    int equals = override.indexOf('=');
    List<String> steps = steps(override.substring(0, Math.max(equals, 0)));
    if (steps.isEmpty()) {
      throw new InputException(place, "expected path=value such as network.loss=2%");
    }
    Tree value =
        TreeReader.option(place.origin(), override.substring(equals + 1))
            .orElseThrow(
                () -> new InputException(place, "expected a value after '=', or null for none"));
    return new Overrides(place, steps, value).descend(tree, 0);
  }

  /** The keys and indices of a path; empty when it has another form. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int position = 0;
    while (position < path.length()) {
      boolean dot = path.charAt(position) == '.' && !steps.isEmpty();
      matcher.region(position + (dot ? 1 : 0), path.length());
      if (!matcher.lookingAt() || (dot == matcher.group().startsWith("[") && position > 0)) {
        return List.of();
      }
      steps.add(matcher.group());
      position = matcher.end();
    }
    return steps;
  }

  private Tree descend(Tree tree, int step) {
    if (step == steps.size()) {
      return value;
    }
    String name = steps.get(step);
    return switch (tree) {
      case Sequence sequence when name.startsWith("[") -> inItem(sequence, step);
      case Mapping mapping when !name.startsWith("[") -> inKey(mapping, step);
      case Scalar scalar -> throw nowhere(step, "is " + scalar.description());
      case Sequence sequence -> throw nowhere(step, "is a list; name an entry by its number, [0]");
      case Mapping mapping -> throw nowhere(step, "is not a list");
    };
  }

  private Tree inItem(Sequence sequence, int step) {
    String number = steps.get(step);
    int index = Integer.parseInt(number.substring(1, number.length() - 1));
    if (index >= sequence.items().size()) {
      int size = sequence.items().size();
      throw nowhere(step, "has " + (size == 1 ? "1 entry" : size + " entries") + ", from [0]");
    }
    List<Tree> items = new ArrayList<>(sequence.items());
    if (removes(step)) {
      items.remove(index);
    } else {
      items.set(index, descend(items.get(index), step + 1));
    }
    return new Sequence(items, sequence.place());
  }

  private Tree inKey(Mapping mapping, int step) {
    String key = steps.get(step);
    Stream<Entry> others = mapping.entries().stream().filter(entry -> !entry.key().equals(key));
    if (removes(step)) {
      return new Mapping(others.toList(), mapping.place());
    }
    Optional<Entry> old = mapping.find(key);
    Tree inner = old.map(Entry::value).orElseGet(() -> new Mapping(List.of(), place));
    Entry changed = new Entry(key, descend(inner, step + 1), place);
    if (old.isEmpty()) {
      return new Mapping(Stream.concat(others, Stream.of(changed)).toList(), mapping.place());
    }
    return new Mapping(
        mapping.entries().stream().map(entry -> entry.key().equals(key) ? changed : entry).toList(),
        mapping.place());
  }

  private boolean removes(int step) {
    return step == steps.size() - 1
        && value instanceof Scalar scalar
        && scalar.kind() == Kind.NOTHING;
  }

  private InputException nowhere(int step, String what) {
    String path = String.join(".", steps.subList(0, step)).replace(".[", "[");
    return new InputException(place, (path.isEmpty() ? "the scenario" : path) + " " + what);
  }
}
