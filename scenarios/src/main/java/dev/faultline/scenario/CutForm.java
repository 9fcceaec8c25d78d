package dev.faultline.scenario;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Cut.Bridge;
import dev.faultline.fault.Cut.Groups;
import dev.faultline.fault.Cut.Isolate;
import dev.faultline.fault.Cut.Link;
import dev.faultline.fault.Cut.Links;
import dev.faultline.fault.Cut.OneWay;
import dev.faultline.fault.Cut.Ring;
import dev.faultline.fault.Cut.Split;
import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.scenario.tree.Tree.Sequence;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape of a partition: groups of nodes, {@code ring}, or a mapping such as {@code { isolate:
 * leader }}.
 */
final class CutForm implements Form<Cut> {
  private static final EnumForm<String> RING = EnumForm.of(List.of("ring"));

  private final Forms forms;
  private final OneOfForm<Cut> shapes;

  CutForm(Forms forms) {
    this.forms = forms;
    TargetForm target = new TargetForm(forms);
    this.shapes =
        OneOfForm.<Cut>of(
                "groups such as [[n1, n2], [n3]], ring, { oneWay: … }, { links: … }, { bridge: … },"
                    + " { isolate: … } or { split: … }")
            .or(
                "oneWay",
                "What the first send does not reach the others; the other way works.",
                OneWay.class,
                forms
                    .record(OneWayKeys.class)
                    .with("from", forms.nodes())
                    .with("to", forms.nodes())
                    .as(OneWayKeys::cut, OneWayKeys::of))
            .or("links", "Single links are cut, both ways.", Links.class, new LinksForm(forms))
            .or(
                "bridge",
                "One server hears all; the others are split in halves around it.",
                Bridge.class,
                new BridgeForm(target).as(Bridge::new, Bridge::over))
            .or(
                "isolate",
                "Each of these hears no other server.",
                Isolate.class,
                target.as(Isolate::new, Isolate::target))
            .or(
                "split",
                "These on one side, all other servers on the other.",
                Split.class,
                target.as(Split::new, Split::target));
  }

  @Override
  public String what() {
    return shapes.what();
  }

  @Override
  public Cut read(Value value) {
    return switch (value.tree()) {
      case Scalar scalar when scalar.text().equals("ring") -> new Ring();
      case Scalar scalar -> throw value.expected(what());
      case Sequence sequence -> groups(value);
      case Mapping mapping -> shapes.read(value);
    };
  }

  private Groups groups(Value value) {
    List<List<NodeId>> groups = new ArrayList<>();
    List<NodeId> named = new ArrayList<>();
    for (Value group : value.items(this)) {
      List<NodeId> nodes = Nodes.distinct(group, group(), forms.node(), named);
      groups.add(nodes);
      named.addAll(nodes);
    }
    return value.checked(() -> new Groups(groups));
  }

  @Override
  public Tree write(Cut value) {
    return switch (value) {
      case Ring ring -> RING.write("ring");
      case Groups(List<List<NodeId>> groups) -> groupsForm().write(groups);
      case OneWay oneWay -> shapes.write(oneWay);
      case Links links -> shapes.write(links);
      case Bridge bridge -> shapes.write(bridge);
      case Isolate isolate -> shapes.write(isolate);
      case Split split -> shapes.write(split);
    };
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(
        List.of(
            groupsForm().schema(schemas).put("minItems", 2),
            RING.schema(schemas),
            shapes.schema(schemas)));
  }

  private Form<List<List<NodeId>>> groupsForm() {
    return Forms.list(group(), "groups of nodes");
  }

  private Form<List<NodeId>> group() {
    return Forms.list(forms.node(), "a group of nodes such as [n1, n2]");
  }

  /** Links as pairs of nodes: {@code [[n1, n2], [n1, n3]]}. */
  private record LinksForm(Forms forms) implements Form<Links> {
    @Override
    public String what() {
      return "links such as [[n1, n2], [n1, n3]]";
    }

    @Override
    public Links read(Value value) {
      List<Link> links = new ArrayList<>();
      for (Value link : value.items(this)) {
        List<NodeId> ends = Nodes.distinct(link, this, forms.node());
        if (ends.size() != 2) {
          throw link.error("expected the two ends of a link, got " + ends.size());
        }
        links.add(new Link(ends.getFirst(), ends.getLast()));
      }
      if (links.isEmpty()) {
        throw value.expected(what());
      }
      return new Links(links);
    }

    @Override
    public Tree write(Links value) {
      return pairs()
          .write(value.links().stream().map(link -> List.of(link.a(), link.b())).toList());
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
      return pairs().schema(schemas);
    }

    private Form<List<List<NodeId>>> pairs() {
      return Forms.list(Forms.list(forms.node(), "the two ends of a link"), what());
    }
  }
}
