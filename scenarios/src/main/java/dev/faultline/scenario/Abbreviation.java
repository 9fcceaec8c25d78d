package dev.faultline.scenario;

import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Sequence;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves out of a scenario what goes without saying: every value that is the default. */
final class Abbreviation {
  /** Sections whose keys can be left out one by one. */
  private static final Set<String> SECTIONS =
      Set.of("system", "config", "network", "disk", "clocks", "workload", "bounds");

  /** What stays even when it is the default. */
  private static final Set<String> KEPT = Set.of("name", "duration", "protocol", "checks");

  private final Scenario scenario;
  private final Protocols protocols;

  Abbreviation(Scenario scenario, Protocols protocols) {
    this.scenario = scenario;
    this.protocols = protocols;
  }

  /** A scenario about the same protocol and service that says nothing else. */
  Scenario defaults() {
    List<Entry> entries = new ArrayList<>();
    Tree protocol = Tree.text(scenario.system().protocol());
    entries.add(Tree.entry("system", Tree.mapping("protocol", protocol)));
    scenario
        .workload()
        .ifPresent(workload -> entries.add(Tree.entry("workload", served(workload))));
    Value least = new Value(Tree.mapping(entries), "");
    return new ScenarioReader(protocols, Path.of("")).read(least, scenario.name());
  }

  private static Tree served(WorkloadSettings workload) {
    return Tree.mapping(
        List.of(
            Tree.entry("service", Tree.text(workload.service())),
            Tree.entry("clients", Tree.number(workload.clients()))));
  }

  /**
   * The short form.
   *
   * @param full the scenario
   * @param least {@link #defaults}
   * @param usualIds do the faults have the ids that they get when none is given?
   */
  Mapping of(Mapping full, Mapping least, boolean usualIds) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : full.entries()) {
      if (!entry.key().equals("workload") || !isWorkloadImplied()) {
        Optional<Tree> usual = least.find(entry.key()).map(Entry::value);
        boolean unnamed = usualIds && entry.key().equals("faults");
        shortened(unnamed ? withoutIds(entry) : entry, usual).ifPresent(entries::add);
      }
    }
    return Tree.mapping(entries);
  }

  private static Entry withoutIds(Entry faults) {
    List<Mapping> list =
        ((Sequence) faults.value())
            .items().stream()
                .map(fault -> ((Mapping) fault).entries().stream())
                .map(entries -> entries.filter(entry -> !entry.key().equals("id")).toList())
                .map(Tree::mapping)
                .toList();
    return Tree.entry(faults.key(), Tree.list(list));
  }

  private Optional<Entry> shortened(Entry entry, Optional<Tree> usual) {
    if (KEPT.contains(entry.key()) || usual.isEmpty()) {
      return Optional.of(entry);
    }
    if (SECTIONS.contains(entry.key())
        && entry.value() instanceof Mapping section
        && usual.get() instanceof Mapping plain) {
      Mapping rest = section(entry.key(), section, plain);
      return rest.entries().isEmpty()
          ? Optional.empty()
          : Optional.of(Tree.entry(entry.key(), rest));
    }
    return entry.value().equals(usual.get()) ? Optional.empty() : Optional.of(entry);
  }

  private Mapping section(String name, Mapping section, Mapping plain) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : section.entries()) {
      boolean kept = name.equals("workload") && isNamed(entry.key());
      Optional<Tree> usual = kept ? Optional.empty() : plain.find(entry.key()).map(Entry::value);
      shortened(entry, usual).ifPresent(entries::add);
    }
    return Tree.mapping(entries);
  }

  /** What {@link #defaults} took over from the scenario. */
  private boolean isNamed(String key) {
    return key.equals("clients") || (key.equals("service") && !isUsualService());
  }

  /** Explicit operations say by themselves which clients there are. */
  private boolean isWorkloadImplied() {
    return scenario.workload().equals(defaults().workload())
        && isUsualService()
        && scenario.operations().stream()
            .map(PlannedOperation::client)
            .max(Comparator.naturalOrder())
            .filter(last -> last.name().equals("c" + clients()))
            .isPresent();
  }

  private int clients() {
    return scenario.workload().map(WorkloadSettings::clients).orElse(0);
  }

  private boolean isUsualService() {
    List<String> services = protocols.require(scenario.system().protocol()).services();
    return scenario.workload().map(used -> services.indexOf(used.service()) == 0).orElse(true);
  }
}
