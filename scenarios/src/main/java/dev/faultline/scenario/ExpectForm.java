package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/** How a run should end: {@code pass}, {@code { violation: raft/leader-completeness }}. */
final class ExpectForm implements Form<Expectation> {
  private static final EnumForm<Expectation> WORDS = words();

  private final OneOfForm<Expectation> violation;

  /**
   * @param check the form of the name of a check that can be violated
   */
  ExpectForm(Form<String> check) {
    this.violation =
        OneOfForm.<Expectation>of("{ violation: the name of a check }")
            .or(
                "violation",
                "The rule that is broken.",
                Expectation.Broken.class,
                check.as(
                    name -> new Expectation.Broken(Optional.of(name)),
                    broken -> broken.check().orElseThrow()));
  }

  private static EnumForm<Expectation> words() {
    SequencedMap<String, Expectation> words = new LinkedHashMap<>();
    words.put("pass", new Expectation.Pass());
    words.put("undecided", new Expectation.Undecided());
    words.put("violation", new Expectation.Broken(Optional.empty()));
    return new EnumForm<>(words);
  }

  @Override
  public String what() {
    return "pass, undecided, violation or { violation: the name of a check }";
  }

  @Override
  public Expectation read(Value value) {
    return value.tree() instanceof Mapping ? violation.read(value) : WORDS.read(value);
  }

  @Override
  public Tree write(Expectation value) {
    return value instanceof Expectation.Broken broken && broken.check().isPresent()
        ? violation.write(value)
        : WORDS.write(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(WORDS.schema(schemas), violation.schema(schemas)));
  }
}
