package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Mapping;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may be drawn: one value, {@code { oneOf: [1, 64] }}, or {@code { between: [3, 7] }} for
 * values that have a size.
 */
final class PossibleForm<T> implements Form<Possible<T>> {
  private final Form<T> item;
  private final boolean ranged;
  private final OneOfForm<Possible<T>> several;

  private PossibleForm(Form<T> item, boolean ranged) {
    this.item = item;
    this.ranged = ranged;
    this.several = ranged ? between(item, oneOf(item)) : oneOf(item);
  }

  /** For values of a type. */
  static <T> PossibleForm<T> of(Class<?> type, Form<T> item) {
    return new PossibleForm<>(item, Scale.of(type).isPresent());
  }

  private static <T> OneOfForm<Possible<T>> oneOf(Form<T> item) {
    return OneOfForm.<Possible<T>>of(item.what())
        .or(
            "oneOf",
            "Any of these; what is listed twice comes up twice as often.",
            Possible.OneOf.class::isInstance,
            Forms.list(item, "a list of at least one value")
                .as(Possible.OneOf::new, possible -> ((Possible.OneOf<T>) possible).values()));
  }

  private static <T> OneOfForm<Possible<T>> between(Form<T> item, OneOfForm<Possible<T>> several) {
    return several.or(
        "between",
        "Anything from the first to the second; small values come up more often.",
        Possible.Between.class::isInstance,
        Forms.list(item, "the least and the most")
            .as(PossibleForm::range, possible -> ends((Possible.Between<T>) possible)));
  }

  private static <T> Possible<T> range(List<T> ends) {
    if (ends.size() != 2) {
      throw new IllegalArgumentException("expected the least and the most, got " + ends.size());
    }
    return new Possible.Between<>(ends.getFirst(), ends.getLast());
  }

  private static <T> List<T> ends(Possible.Between<T> range) {
    return List.of(range.least(), range.most());
  }

  @Override
  public String what() {
    String others = ranged ? ", { between: […] } or { oneOf: […] }" : " or { oneOf: […] }";
    return item.what() + others;
  }

  @Override
  public Possible<T> read(Value value) {
    if (saysSeveral(value.tree())) {
      return several.read(value);
    }
    if (ranged && value.tree() instanceof Mapping) {
      throw value.expected(what());
    }
    return Possible.only(item.read(value));
  }

  private boolean saysSeveral(Tree tree) {
    return tree instanceof Mapping mapping
        && several.keys().stream().anyMatch(key -> mapping.find(key).isPresent());
  }

  @Override
  public Tree write(Possible<T> value) {
    return value instanceof Possible.OneOf<T>(List<T> values) && values.size() == 1
        ? item.write(values.getFirst())
        : several.write(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(item.schema(schemas), several.schema(schemas)));
  }
}
