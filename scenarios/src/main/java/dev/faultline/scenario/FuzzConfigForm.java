package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Keys;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings of a protocol, each with its possible values.
 *
 * @param settings the settings of one protocol; empty for any
 */
record FuzzConfigForm(Optional<RecordForm<?>> settings)
    implements Form<SortedMap<String, Possible<?>>> {
  @Override
  public String what() {
    return "possible values of the protocol's settings";
  }

  @Override
  public SortedMap<String, Possible<?>> read(Value value) {
    RecordForm<?> known = settings.orElseThrow();
    Keys keys = known.keys(value);
    SortedMap<String, Possible<?>> possible = new TreeMap<>();
    for (String name : known.names()) {
      keys.read(name, form(name)).ifPresent(values -> possible.put(name, values));
    }
    return possible;
  }

  @Override
  public Tree write(SortedMap<String, Possible<?>> value) {
    List<Entry> entries = new ArrayList<>();
    value.forEach((name, values) -> entries.add(Tree.entry(name, write(form(name), values))));
    return Tree.mapping(entries);
  }

  // A setting's possible values were read, or made, for the type of the setting.
  @SuppressWarnings("unchecked")
  private static <T> Tree write(Form<Possible<T>> form, Possible<?> values) {
    return form.write((Possible<T>) values);
  }

  private Form<Possible<Object>> form(String name) {
    RecordForm<?> known = settings.orElseThrow();
    return PossibleForm.of(known.valueClass(name), known.form(name));
  }

  /** Any settings: the schema cannot tell here which protocol it is. */
  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.object().put("type", "object");
  }
}
