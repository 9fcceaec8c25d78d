package dev.faultline.scenario;

import dev.faultline.check.Validation;
import dev.faultline.metrics.AvailabilityThreshold;
import dev.faultline.metrics.LatencyThreshold;
import dev.faultline.metrics.LatencyThreshold.Quantile;
import dev.faultline.metrics.MessagesPerOperation;
import dev.faultline.metrics.Threshold;
import dev.faultline.metrics.Threshold.Unit;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Spelling;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Mapping;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something to judge: {@code linearizable}, the name of the protocol for all its rules, one rule,
 * or a limit for something measured.
 */
final class CheckForm implements Form<Check> {
  private final Judged judged;
  private final OneOfForm<Validation> limits;

  CheckForm(Judged judged) {
    this.judged = judged;
    this.limits = limits();
  }

  /** What is measured can be held to a limit. */
  static OneOfForm<Validation> limits() {
    return OneOfForm.<Validation>of("a limit such as { latency: { p99: \"< 800ms\" } }")
        .or(
            "availability",
            "Least share of the operations that succeed.",
            AvailabilityThreshold.class,
            OneOfForm.<AvailabilityThreshold>of("{ atLeast: 95% }")
                .or(
                    "atLeast",
                    "Such as 95%.",
                    AvailabilityThreshold.class,
                    Forms.SHARE.as(AvailabilityThreshold::new, AvailabilityThreshold::atLeast)))
        .or("latency", "A quantile of the latency.", LatencyThreshold.class, quantiles())
        .or(
            "messagesPerOperation",
            "Messages for each operation that succeeds.",
            MessagesPerOperation.class,
            threshold(Unit.NUMBER, "a number with a comparison such as \"< 9\"", "[0-9]*\\.?[0-9]+")
                .as(MessagesPerOperation::new, MessagesPerOperation::threshold));
  }

  private static OneOfForm<LatencyThreshold> quantiles() {
    OneOfForm<LatencyThreshold> quantiles = OneOfForm.of("a quantile such as { p99: \"< 800ms\" }");
    for (Quantile quantile : Quantile.values()) {
      quantiles =
          quantiles.or(
              quantile.key(),
              "Such as \"< 800ms\".",
              limit -> limit.quantile() == quantile,
              threshold(
                      Unit.DURATION,
                      "a duration with a comparison such as \"< 800ms\"",
                      "[0-9]*\\.?[0-9]+ *(ns|us|µs|ms|s|m|h)")
                  .as(limit -> new LatencyThreshold(quantile, limit), LatencyThreshold::threshold));
    }
    return quantiles;
  }

  private static Form<Threshold> threshold(Unit unit, String what, String limit) {
    return Forms.text(
        what,
        "^ *(<=|>=|<|>) *" + limit + "$",
        text -> Threshold.parse(text, unit),
        Threshold::toString);
  }

  @Override
  public String what() {
    return judged.hasModel() ? "linearizable, " + ofProtocol() : ofProtocol();
  }

  private String ofProtocol() {
    return judged.protocol() + ", one of its rules, or " + limits.what();
  }

  @Override
  public Check read(Value value) {
    return value.tree() instanceof Mapping
        ? new Check.Limit(limits.read(value))
        : named(value, Forms.TEXT.read(value));
  }

  private Check named(Value value, String name) {
    if (!judged.names().contains(name)) {
      throw value.error(
          "expected " + what() + ", got '" + name + "'" + Spelling.hint(name, known()));
    }
    if (name.equals(judged.protocol())) {
      return new Check.Rules(name);
    }
    return name.equals(Judged.LINEARIZABLE) ? new Check.Linearizable() : new Check.Rule(name);
  }

  private List<String> known() {
    return Stream.concat(judged.names().stream(), limits.keys().stream()).toList();
  }

  @Override
  public Tree write(Check value) {
    return switch (value) {
      case Check.Linearizable linearizable -> Tree.text(Judged.LINEARIZABLE);
      case Check.Rules(String protocol) -> Tree.text(protocol);
      case Check.Rule(String name) -> Tree.text(name);
      case Check.Limit(Validation threshold) -> limits.write(threshold);
    };
  }

  /** Any rule: which there are is known only when a system is set up. */
  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.anyOf(
        List.of(schemas.text("^[a-z][A-Za-z0-9-]*(/[A-Za-z0-9-]+)?$"), limits.schema(schemas)));
  }
}
