package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.TreePrinter;
import java.nio.file.Path;
import java.util.Optional;

/** Prints scenarios as YAML that reads back equal. */
public final class ScenarioWriter {
  private final Protocols protocols;

  /** Scenarios name these protocols. */
  public ScenarioWriter(Protocols protocols) {
    this.protocols = protocols;
  }

  /**
   * Prints a scenario with every default filled in.
   *
   * @param schema where editors find the schema, a path relative to the file or a URL; it goes into
   *     the first line
   * @throws ScenarioException when there is no such protocol
   */
  public String print(Scenario scenario, Optional<String> schema) {
    Language language =
        Language.of(
            protocols, Path.of(""), scenario.system(), scenario.workload(), Optional.empty());
    EnumForm<String> violable = EnumForm.of(language.judged().violable(scenario.checks()));
    Tree.Mapping tree = (Tree.Mapping) language.scenario(violable).write(scenario);
    String modeline = schema.map(at -> "# yaml-language-server: $schema=" + at + "\n").orElse("");
    return modeline + TreePrinter.print(tree);
  }
}
