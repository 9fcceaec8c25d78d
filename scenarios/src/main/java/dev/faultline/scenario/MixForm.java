package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Keys;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.service.Service;
import dev.faultline.values.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The share of each kind of operation of one of some services; together 100%.
 *
 * @param services one when reading and writing; none when the protocol offers none
 */
record MixForm(List<Service> services) implements Form<SortedMap<String, Share>> {
  /** Shares are rounded; together they may miss 100% by so much. */
  private static final double TOLERANCE = 1e-6;

  @Override
  public String what() {
    return kinds().stream()
        .findFirst()
        .map(kind -> "a share of each kind of operation such as { " + kind + ": 100% }")
        .orElse("no mix, because the protocol offers nothing to clients");
  }

  @Override
  public SortedMap<String, Share> read(Value value) {
    Keys keys = Keys.of(value, kinds(), this);
    SortedMap<String, Share> mix = new TreeMap<>();
    for (String kind : kinds()) {
      keys.read(kind, Forms.SHARE).ifPresent(share -> mix.put(kind, share));
    }
    double sum = mix.values().stream().mapToDouble(Share::value).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw value.error("expected shares that add up to 100%, got " + percent(sum));
    }
    return mix;
  }

  private static String percent(double sum) {
    return new BigDecimal(sum * 100).round(new MathContext(6)).stripTrailingZeros().toPlainString()
        + "%";
  }

  @Override
  public Tree write(SortedMap<String, Share> value) {
    return Tree.mapping(
        value.entrySet().stream()
            .map(entry -> Tree.entry(entry.getKey(), Forms.SHARE.write(entry.getValue())))
            .toList());
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode properties = schemas.object();
    for (Service service : services) {
      for (Service.Kind kind : service.kinds()) {
        properties.set(kind.name(), schemas.described(kind.about(), Forms.SHARE.schema(schemas)));
      }
    }
    return schemas.closedObject(properties, List.of()).put("minProperties", 1);
  }

  private List<String> kinds() {
    return services.stream()
        .flatMap(service -> service.kinds().stream())
        .map(Service.Kind::name)
        .toList();
  }
}
