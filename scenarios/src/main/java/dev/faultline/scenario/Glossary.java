package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Roster;
import dev.faultline.simulation.Protocol;
import dev.faultline.values.About;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The words that scenarios can use, each with a sentence for people. */
public final class Glossary {
  private static final int USUAL_SERVERS = 5;

  private Glossary() {}

  /** The kinds of fault, by their keys. */
  public static SequencedMap<String, String> faults() {
    return EffectForms.of(List.of(), new Forms(Path.of(""), new Roster(List.of(), List.of())))
        .abouts();
  }

  /** What can be judged of any protocol. */
  public static SequencedMap<String, String> checks() {
    SequencedMap<String, String> checks = new LinkedHashMap<>();
    checks.put(Judged.LINEARIZABLE, "One copy of the service explains what all clients saw.");
    checks.putAll(CheckForm.limits().abouts());
    return checks;
  }

  /** The settings of a protocol, each with its default: what {@code system.config} can say. */
  public static SequencedMap<String, String> settings(Protocol<?> protocol) {
    Record defaults = protocol.defaults();
    RecordShape shape = RecordShape.of(defaults.getClass());
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < components.length; i++) {
      About about = components[i].getAnnotation(About.class);
      settings.put(
          shape.name(i) + " (" + words(shape.read(defaults, i)) + ")",
          about == null ? "" : about.value());
    }
    return settings;
  }

  private static String words(@Nullable Object value) {
    return value instanceof Duration duration ? Durations.format(duration) : String.valueOf(value);
  }

  /** The names of a protocol's rules that apply to its usual configuration. */
  public static <C extends Record> List<String> rules(Protocol<C> protocol) {
    List<NodeId> servers = Roster.numbered("n", USUAL_SERVERS);
    return protocol.deploy(protocol.defaults(), servers, Optional.empty()).invariants().stream()
        .map(Invariant::name)
        .toList();
  }
}
