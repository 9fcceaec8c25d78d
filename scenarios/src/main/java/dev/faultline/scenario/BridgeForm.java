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
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Scalar;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A single server: a name, {@code leader}, {@code follower}, or {@code random} for any. */
record BridgeForm(TargetForm target) implements Form<Target> {
  private static final EnumForm<String> RANDOM = EnumForm.of(List.of("random"));
  private static final Target ANY = new RandomNodes(1);

  @Override
  public String what() {
    return "one server: its name, leader, follower, reporter or random";
  }

  @Override
  public Target read(Value value) {
    if (value.tree() instanceof Scalar scalar && scalar.text().equals("random")) {
      return ANY;
    }
    Target read = target.read(value);
    boolean single =
        switch (read) {
          case Named named -> named.nodes().size() == 1;
          case RandomNodes drawn -> drawn.count() == 1;
          case Leader leader -> true;
          case Follower follower -> true;
          case Reporter reporter -> true;
          case Majority majority -> false;
          case Minority minority -> false;
          case All all -> false;
        };
    if (!single) {
      throw value.expected(what());
    }
    return read;
  }

  @Override
  public Tree write(Target value) {
    return value.equals(ANY) ? RANDOM.write("random") : target.write(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(List.of(RANDOM.schema(schemas), target.schema(schemas)));
  }
}
