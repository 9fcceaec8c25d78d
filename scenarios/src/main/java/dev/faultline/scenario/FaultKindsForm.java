package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Scalar;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Kinds of fault: {@code any}, or a list such as {@code [crash, pause]}. */
final class FaultKindsForm implements Form<List<String>> {
  private static final Form<List<String>> ANY =
      EnumForm.of(List.of("any")).as(any -> kinds(), kinds -> "any");

  private static final Form<List<String>> SOME =
      Forms.listOrNone(EnumForm.of(kinds()), "any, or a list of kinds of fault");

  private static List<String> kinds() {
    return List.copyOf(Glossary.faults().keySet());
  }

  @Override
  public String what() {
    return "any, or a list of kinds of fault such as [crash, partition]";
  }

  @Override
  public List<String> read(Value value) {
    return value.tree() instanceof Scalar ? ANY.read(value) : SOME.read(value);
  }

  @Override
  public Tree write(List<String> value) {
    return value.equals(kinds()) ? ANY.write(value) : SOME.write(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(ANY.schema(schemas), SOME.schema(schemas)));
  }
}
