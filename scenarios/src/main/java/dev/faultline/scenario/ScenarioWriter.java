package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.TreePrinter;
import java.nio.file.Path;
import java.util.List;
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
    String modeline = schema.map(at -> "# yaml-language-server: $schema=" + at + "\n").orElse("");
    return modeline + TreePrinter.print(tree(scenario));
  }

  /** Prints a scenario without what goes without saying: every default, and usual ids of faults. */
  public String printBriefly(Scenario scenario) {
    Abbreviation abbreviation = new Abbreviation(scenario, protocols);
    boolean usualIds = withUsualIds(scenario).faults().equals(scenario.faults());
    return TreePrinter.print(
        abbreviation.of(tree(scenario), tree(abbreviation.defaults()), usualIds));
  }

  /** The same scenario, whose faults have the ids that they get when none is given. */
  public Scenario withUsualIds(Scenario scenario) {
    List<Fault> named = language(scenario).faults().withUsualIds(scenario.faults());
    return scenario.edited(draft -> draft.faults = named);
  }

  /** A scenario about the same protocol and service that says nothing else. */
  public Scenario defaults(Scenario scenario) {
    return new Abbreviation(scenario, protocols).defaults();
  }

  private Tree.Mapping tree(Scenario scenario) {
    Language language = language(scenario);
    EnumForm<String> violable = EnumForm.of(language.judged().violable(scenario.checks()));
    return (Tree.Mapping) language.scenario(violable).write(scenario);
  }

  private Language language(Scenario scenario) {
    return Language.of(
        protocols, Path.of(""), scenario.system(), scenario.workload(), Optional.empty());
  }
}
