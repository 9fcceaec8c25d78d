package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Keys;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Roster;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Spelling;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.simulation.Flaw;
import dev.faultline.simulation.Protocol;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The system under test. The protocol decides what its configuration looks like. */
record SystemForm(Protocols protocols, Forms forms) implements Form<SystemSection> {
  private static final List<String> KNOWN =
      List.of("protocol", "nodes", "config", "flaw", "serviceTime");
  private static final int USUAL_NODES = 3;
  static final int MOST_NODES = 10_000;

  @Override
  public String what() {
    return "a system such as { protocol: " + String.join(" | ", protocols.names()) + ", nodes: 3 }";
  }

  @Override
  public SystemSection read(Value value) {
    Keys keys = Keys.of(value, KNOWN, this);
    Protocol<?> protocol = keys.require("protocol", new NameForm(protocols));
    return read(protocol, keys);
  }

  private <C extends Record> SystemSection read(Protocol<C> protocol, Keys keys) {
    int nodes = keys.read("nodes", Forms.count(1, MOST_NODES)).orElse(USUAL_NODES);
    List<NodeId> servers = Roster.numbered("n", nodes);
    SystemSection system =
        new SystemSection(
            protocol.name(),
            servers,
            keys.read("config", config(protocol, servers)).orElseGet(protocol::defaults),
            keys.read("flaw", flaws(protocol)),
            keys.read("serviceTime", forms.distribution()));
    Value config = keys.get("config").orElse(keys.mapping());
    config.checked(() -> Preparation.deploy(protocol, system));
    return system;
  }

  @Override
  public Tree write(SystemSection value) {
    Protocol<?> protocol = protocols.find(value.protocol()).orElseThrow();
    List<Entry> entries = new ArrayList<>();
    entries.add(Tree.entry("protocol", Tree.text(value.protocol())));
    entries.add(Tree.entry("nodes", Tree.number(value.nodes().size())));
    entries.add(Tree.entry("config", config(protocol, value)));
    value.flaw().ifPresent(flaw -> entries.add(Tree.entry("flaw", Tree.text(flaw))));
    value
        .serviceTime()
        .ifPresent(
            time -> entries.add(Tree.entry("serviceTime", forms.distribution().write(time))));
    return Tree.mapping(entries);
  }

  private <C extends Record> Tree config(Protocol<C> protocol, SystemSection system) {
    return config(protocol, system.nodes()).write(Preparation.config(protocol, system.config()));
  }

  /** The settings of a protocol. */
  <C extends Record> RecordForm<C> config(Protocol<C> protocol, List<NodeId> servers) {
    return forms.with(new Roster(servers, List.of())).record(protocol.defaults());
  }

  private static Form<String> flaws(Protocol<?> protocol) {
    List<String> ids = protocol.flaws().stream().map(Flaw::id).toList();
    return ids.isEmpty()
        ? Forms.pattern("no flaw, for " + protocol.name() + " has none to switch on", "^$")
        : EnumForm.of(ids);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode properties = schemas.object();
    properties.set(
        "protocol",
        schemas.described("A protocol on the class path.", schemas.words(protocols.names())));
    properties.set(
        "nodes",
        schemas.described(
            "How many servers there are, n1 onwards.", Forms.count(1, MOST_NODES).schema(schemas)));
    properties.set(
        "config",
        schemas.described(
            "What the protocol can be told.", schemas.object().put("type", "object")));
    properties.set(
        "flaw",
        schemas.described(
            "A published bug that is switched on, to see it caught.",
            schemas.object().put("type", "string")));
    properties.set(
        "serviceTime",
        schemas.described(
            "How long a server takes to serve one message; no time when left out.",
            forms.distribution().schema(schemas)));
    ObjectNode schema = schemas.closedObject(properties, List.of("protocol"));
    return schema.setAll(
        schemas.allOf(
            protocols.all().stream().map(protocol -> ofProtocol(protocol, schemas)).toList()));
  }

  private ObjectNode ofProtocol(Protocol<?> protocol, Schemas schemas) {
    ObjectNode given = schemas.object();
    given.set("protocol", schemas.words(List.of(protocol.name())));
    ObjectNode then = schemas.object();
    then.set("config", config(protocol, Roster.numbered("n", 1)).schema(schemas));
    then.set("flaw", flaws(protocol).schema(schemas));
    ObjectNode condition = schemas.object();
    condition.set("if", schemas.object().set("properties", given));
    condition.set("then", schemas.object().set("properties", then));
    return condition;
  }

  /** The name of a protocol. */
  private record NameForm(Protocols protocols) implements Form<Protocol<?>> {
    @Override
    public String what() {
      return "a protocol on the class path (" + String.join(", ", protocols.names()) + ")";
    }

    @Override
    public Protocol<?> read(Value value) {
      String name = Forms.TEXT.read(value);
      return protocols
          .find(name)
          .orElseThrow(() ->
              value.error(
                  "expected "
                      + what()
                      + ", got '"
                      + name
                      + "'"
                      + Spelling.hint(name, protocols.names())));
    }

    @Override
    public Tree write(Protocol<?> value) {
      return Tree.text(value.name());
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
      return schemas.words(protocols.names());
    }
  }
}
