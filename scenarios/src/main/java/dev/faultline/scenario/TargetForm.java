package dev.faultline.scenario;

import dev.faultline.fault.Target;
import dev.faultline.fault.Target.All;
import dev.faultline.fault.Target.Follower;
import dev.faultline.fault.Target.Leader;
import dev.faultline.fault.Target.Majority;
import dev.faultline.fault.Target.Minority;
import dev.faultline.fault.Target.Named;
import dev.faultline.fault.Target.RandomNodes;
import dev.faultline.fault.Target.Reporter;
import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Spelling;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.scenario.tree.Tree.Sequence;
import dev.faultline.values.NodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/** Whom a fault hits: {@code n3}, {@code [n1, n2]}, {@code leader}, {@code { random: 2 }}. */
record TargetForm(Forms forms) implements Form<Target> {
  @Override
  public String what() {
    return forms.server().what() + ", a list of some, " + groups().what() + ", or { random: 2 }";
  }

  @Override
  public Target read(Value value) {
    return switch (value.tree()) {
      case Scalar scalar -> word(value, scalar.text());
      case Sequence sequence -> new Named(Nodes.distinct(value, this, forms.server()));
      case Mapping mapping -> random(forms.roster().servers().size()).read(value);
    };
  }

  private Target word(Value value, String word) {
    if (groups().words().containsKey(word)) {
      return groups().read(value);
    }
    List<String> servers = forms.roster().servers().stream().map(NodeId::name).toList();
    if (servers.contains(word)) {
      return new Named(List.of(forms.server().read(value)));
    }
    throw value.error(
        "expected "
            + what()
            + ", got "
            + value.tree().description()
            + Spelling.hint(word, groups().words().keySet()));
  }

  @Override
  public Tree write(Target value) {
    return switch (value) {
      case Named(List<NodeId> nodes) -> forms.servers().write(nodes);
      case RandomNodes drawn -> random(drawn.count()).write(drawn);
      case Leader leader -> groups().write(leader);
      case Follower follower -> groups().write(follower);
      case Majority majority -> groups().write(majority);
      case Minority minority -> groups().write(minority);
      case All all -> groups().write(all);
      case Reporter reporter -> groups().write(reporter);
    };
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.named(
        "Target",
        () ->
            schemas.anyOf(
                List.of(
                    forms.servers().schema(schemas),
                    groups().schema(schemas),
                    random(Integer.MAX_VALUE).schema(schemas))));
  }

  private static EnumForm<Target> groups() {
    SequencedMap<String, Target> words = new LinkedHashMap<>();
    words.put("leader", new Leader());
    words.put("follower", new Follower());
    words.put("majority", new Majority());
    words.put("minority", new Minority());
    words.put("all", new All());
    words.put("reporter", new Reporter());
    return new EnumForm<>(words);
  }

  private static OneOfForm<Target> random(int most) {
    return OneOfForm.<Target>of("{ random: 2 }")
        .or(
            "random",
            "So many servers that are up, drawn.",
            RandomNodes.class,
            Forms.count(1, most).as(RandomNodes::new, RandomNodes::count));
  }
}
