package dev.faultline.scenario.form;

import dev.faultline.random.Distribution;
import dev.faultline.random.Distribution.Constant;
import dev.faultline.random.Distribution.Empirical;
import dev.faultline.random.Distribution.Exponential;
import dev.faultline.random.Distribution.Lognormal;
import dev.faultline.random.Distribution.Normal;
import dev.faultline.random.Distribution.Pareto;
import dev.faultline.random.Distribution.Uniform;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.values.DurationRange;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A distribution of durations: {@code 5ms}, {@code 1ms..10ms}, or a mapping that names its kind,
 * {@code { lognormal: { median: 1ms, p99: 8ms } }}.
 */
final class DistributionForm implements Form<Distribution> {
  private final OneOfForm<Distribution> kinds;

  private DistributionForm(OneOfForm<Distribution> kinds) {
    this.kinds = kinds;
  }

  static DistributionForm of(Path folder, Forms forms) {
    return new DistributionForm(
        OneOfForm.<Distribution>of(
                "a distribution such as 5ms, 1ms..10ms or { exponential: { mean: 5ms } }")
            .or(
                "constant",
                "Always the same.",
                Constant.class,
                Forms.DURATION.as(Constant::new, Constant::value))
            .or(
                "uniform",
                "Every duration of a range is as likely as any other.",
                Uniform.class,
                Forms.RANGE.as(Uniform::new, Uniform::range))
            .or(
                "exponential",
                "Exponential: waits without memory.",
                Exponential.class,
                forms.record(Exponential.class))
            .or("normal", "Normal, cut off at zero.", Normal.class, forms.record(Normal.class))
            .or(
                "lognormal",
                "Lognormal, the usual shape of network latency.",
                Lognormal.class,
                forms.record(Lognormal.class))
            .or(
                "pareto",
                "Pareto: a least duration and a heavy tail; the smaller the shape, the heavier.",
                Pareto.class,
                forms.record(Pareto.class))
            .or(
                "empirical",
                "Measured durations, as a list or as { file: x.csv } with one a line.",
                Empirical.class,
                new EmpiricalForm(folder)));
  }

  @Override
  public String what() {
    return kinds.what();
  }

  @Override
  public Distribution read(Value value) {
    if (!(value.tree() instanceof Scalar scalar)) {
      return kinds.read(value);
    }
    DurationRange range = Forms.RANGE.read(value);
    return scalar.text().contains("..") ? new Uniform(range) : new Constant(range.min());
  }

  @Override
  public Tree write(Distribution value) {
    return switch (value) {
      case Constant constant -> Forms.DURATION.write(constant.value());
      case Uniform(DurationRange range) when !range.min().equals(range.max()) ->
          Forms.RANGE.write(range);
      default -> kinds.write(value);
    };
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.named(
        "Distribution",
        () -> schemas.anyOf(List.of(Forms.RANGE.schema(schemas), kinds.schema(schemas))));
  }
}
