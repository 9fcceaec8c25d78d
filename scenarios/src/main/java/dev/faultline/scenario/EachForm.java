package dev.faultline.scenario;

import dev.faultline.fault.FaultRule.DiskReached;
import dev.faultline.fault.FaultRule.FactReported;
import dev.faultline.scenario.AnchorKeys.EachDisk;
import dev.faultline.scenario.AnchorKeys.EachFact;
import dev.faultline.scenario.AnchorKeys.Occasion;
import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fault comes with, again and again: a fact that is reported, or a point of a disk's work.
 *
 * @param facts the names that facts can have; empty for any
 */
record EachForm(List<String> facts, Forms forms) implements Form<Occasion> {
  @Override
  public String what() {
    return "a fact such as { fact: BecameLeader, chance: 10% }, or a disk point such as"
        + " { disk: before-sync, chance: 1% }";
  }

  @Override
  public Occasion read(Value value) {
    return value.get("disk").isPresent()
        ? disk().read(value).occasion()
        : fact().read(value).occasion();
  }

  @Override
  public Tree write(Occasion value) {
    return switch (value.trigger()) {
      case FactReported fact -> fact().write(EachFact.of(fact, value.chance()));
      case DiskReached disk -> disk().write(EachDisk.of(disk, value.chance()));
    };
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(fact().schema(schemas), disk().schema(schemas)));
  }

  private RecordForm<EachFact> fact() {
    RecordForm<EachFact> form =
        drawn(forms.record(EachFact.class)).orElse("after", DurationRange.of(Duration.ZERO));
    return facts.isEmpty() ? form : form.with("fact", EnumForm.of(facts));
  }

  private RecordForm<EachDisk> disk() {
    return drawn(forms.record(EachDisk.class));
  }

  private <K extends Record> RecordForm<K> drawn(RecordForm<K> form) {
    return form.with("node", forms.server()).orElse("chance", Share.ALL);
  }
}
