package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Keys;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Roster;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.workload.WorkloadSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a whole scenario. Some sections decide what others can say, so those are read first: the
 * system, the workload, the checks.
 */
final class ScenarioReader {
  private static final Pattern CLIENT = Pattern.compile("c([1-9][0-9]{0,3})");

  private final Protocols protocols;
  private final Path folder;

  /**
   * Reads scenarios.
   *
   * @param folder where files that a scenario names are looked up
   */
  ScenarioReader(Protocols protocols, Path folder) {
    this.protocols = protocols;
    this.folder = folder;
  }

  /**
   * Reads a scenario.
   *
   * @param name of a scenario that says none
   */
  Scenario read(Value root, String name) {
    if (!(root.tree() instanceof Mapping)) {
      throw root.expected("a scenario, which has a system and more");
    }
    // Neither a system nor a workload names nodes.
    Forms forms = new Forms(folder, new Roster(List.of(), List.of()));
    Keys keys = forms.record(Scenario.class).keys(root);
    SystemSection system = keys.require("system", new SystemForm(protocols, forms));
    Optional<WorkloadSettings> workload = workload(keys, system, forms);
    Language language = Language.of(protocols, folder, system, workload, end(keys));
    List<Check> checks = keys.read("checks", language.checks()).orElseGet(language.judged()::usual);
    RecordForm<Scenario> scenario =
        language
            .scenario(EnumForm.of(language.judged().violable(checks)))
            .orElse("name", name)
            .orElse("checks", checks);
    workload.ifPresent(usual -> scenario.orElse("workload", Optional.of(usual)));
    return scenario.read(root);
  }

  private Optional<WorkloadSettings> workload(Keys keys, SystemSection system, Forms forms) {
    List<String> services = protocols.require(system.protocol()).services();
    Optional<Value> clients = keys.get("workload").or(() -> keys.get("operations"));
    if (services.isEmpty() && clients.isPresent()) {
      throw clients.get().error(system.protocol() + " offers nothing to clients");
    }
    WorkloadForm form = new WorkloadForm(services, forms);
    return keys.read("workload", form)
        .or(() -> keys.get("operations").map(operations -> form.usual(clients(operations))));
  }

  /** How many clients there are when only explicit operations tell. */
  private static int clients(Value operations) {
    return operations.items(Forms.TEXT).stream()
        .flatMap(operation -> operation.get("client").stream())
        .map(client -> CLIENT.matcher(client.tree().description().replace("'", "")))
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .max()
        .orElse(1);
  }

  /** What is recorded happened; everything else happens before the end. */
  private static Optional<Duration> end(Keys keys) {
    return keys.get("recorded").isPresent()
        ? Optional.empty()
        : Optional.of(keys.read("duration", Forms.LENGTH).orElse(Language.USUAL_LENGTH));
  }
}
