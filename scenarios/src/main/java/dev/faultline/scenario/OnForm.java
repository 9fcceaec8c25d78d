package dev.faultline.scenario;

import dev.faultline.fault.Anchor;
import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fault waits for: a fact that is reported, or a point of a disk's work.
 *
 * @param facts the names that facts can have; empty for any
 */
record OnForm(List<String> facts, Forms forms) implements Form<Anchor> {
  @Override
  public String what() {
    return "a fact such as { fact: BecameLeader }, or a disk point such as { disk: before-sync }";
  }

  @Override
  public Anchor read(Value value) {
    return value.get("disk").isPresent()
        ? disk().read(value).anchor()
        : fact().read(value).anchor();
  }

  @Override
  public Tree write(Anchor value) {
    return switch (value) {
      case Anchor.OnFact fact -> fact().write(AnchorKeys.OnFact.of(fact));
      case Anchor.OnDisk disk -> disk().write(AnchorKeys.OnDisk.of(disk));
      case Anchor.At at -> throw new IllegalArgumentException("a time waits for nothing: " + at);
    };
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(fact().schema(schemas), disk().schema(schemas)));
  }

  private RecordForm<AnchorKeys.OnFact> fact() {
    RecordForm<AnchorKeys.OnFact> form =
        counted(forms.record(AnchorKeys.OnFact.class)).orElse("after", Duration.ZERO);
    return facts.isEmpty() ? form : form.with("fact", EnumForm.of(facts));
  }

  private RecordForm<AnchorKeys.OnDisk> disk() {
    return counted(forms.record(AnchorKeys.OnDisk.class));
  }

  private <K extends Record> RecordForm<K> counted(RecordForm<K> form) {
    return form.with("node", forms.server())
        .with("nth", Forms.count(1, Integer.MAX_VALUE))
        .orElse("nth", 1);
  }
}
