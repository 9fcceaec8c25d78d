package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Keys;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.service.Service;
import dev.faultline.workload.PlannedOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** One operation of one client: {@code { at: 2.1s, client: c3, put: { key: k1, value: v17 } }}. */
final class OperationForm implements Form<PlannedOperation> {
  private final MomentForm when;
  private final Forms forms;
  private final OneOfForm<Record> kinds;
  private final List<String> known;

  OperationForm(List<Service> services, MomentForm when, Forms forms) {
    this.when = when;
    this.forms = forms;
    this.kinds = kinds(services);
    this.known = Stream.concat(Stream.of("at", "client"), kinds.keys().stream()).toList();
  }

  private static OneOfForm<Record> kinds(List<Service> services) {
    OneOfForm<Record> kinds = OneOfForm.of("an operation");
    for (Service service : services) {
      for (Service.Kind kind : service.kinds()) {
        kinds =
            kinds.or(
                kind.name(),
                kind.about(),
                operation -> service.kindOf(operation).equals(kind.name()),
                new KindForm(service, kind));
      }
    }
    return kinds;
  }

  @Override
  public String what() {
    return "an operation such as { at: 2s, client: c1, " + kinds.keys().getFirst() + ": { … } }";
  }

  @Override
  public PlannedOperation read(Value value) {
    Keys keys = Keys.of(value, known, this);
    return new PlannedOperation(
        keys.require("at", when), keys.require("client", forms.client()), kinds.readOnly(keys));
  }

  @Override
  public Tree write(PlannedOperation value) {
    return Tree.mapping(
        List.of(
            Tree.entry("at", when.write(value.at())),
            Tree.entry("client", forms.client().write(value.client())),
            kinds.entry(value.operation())));
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode properties = schemas.object();
    properties.set(
        "at",
        schemas.described(
            "When it starts, or is due while its client is busy.", when.schema(schemas)));
    properties.set("client", schemas.described("Who performs it.", forms.client().schema(schemas)));
    properties.setAll(kinds.properties(schemas));
    ObjectNode schema = schemas.closedObject(properties, List.of("at", "client"));
    return schema.setAll(schemas.exactlyOne(kinds.keys()));
  }

  /** The fields of one kind of operation. */
  private record KindForm(Service service, Service.Kind kind) implements Form<Record> {
    @Override
    public String what() {
      return "{ " + String.join(", ", fields()) + " }";
    }

    @Override
    public Record read(Value value) {
      Keys keys = Keys.of(value, fields(), this);
      Map<String, String> given = new LinkedHashMap<>();
      fields().forEach(field -> given.put(field, keys.require(field, Forms.TEXT)));
      return value.checked(() -> service.operation(kind.name(), given));
    }

    @Override
    public Tree write(Record value) {
      List<Entry> entries = new ArrayList<>();
      service
          .fields(value)
          .forEach((field, text) -> entries.add(Tree.entry(field, Tree.text(text))));
      return Tree.mapping(entries);
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
      ObjectNode properties = schemas.object();
      for (Service.Field field : kind.fields()) {
        properties.set(field.name(), schemas.described(field.about(), Forms.TEXT.schema(schemas)));
      }
      return schemas.closedObject(properties, fields());
    }

    private List<String> fields() {
      return kind.fields().stream().map(Service.Field::name).toList();
    }
  }
}
