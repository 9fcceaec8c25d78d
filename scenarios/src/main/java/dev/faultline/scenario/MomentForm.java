package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.values.Durations;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A moment of virtual time.
 *
 * @param end moments before it only; empty for any
 */
record MomentForm(Optional<Duration> end) implements Form<Duration> {
  @Override
  public String what() {
    return "a time with a unit such as 10s";
  }

  @Override
  public Duration read(Value value) {
    Duration time = Forms.DURATION.read(value);
    if (end.isPresent() && time.compareTo(end.get()) >= 0) {
      throw value.expected("a time before the end at " + Durations.format(end.get()));
    }
    return time;
  }

  @Override
  public Tree write(Duration value) {
    return Forms.DURATION.write(value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return Forms.DURATION.schema(schemas);
  }
}
