package dev.faultline.cli;

import dev.faultline.cli.terminal.Rows;
import dev.faultline.scenario.Glossary;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.simulation.Protocol;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what there is. */
@Command(
    name = "list",
    description = "Tells which protocols, services, faults, checks or scenarios there are.",
    footer = {"", "Example:", "  faultline list scenarios"})
final class ListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "WHAT",
      description = "one of protocols, services, faults, checks, scenarios")
  private What what;

  @Mixin private ClassPath classPath;

  /** What can be listed; written in lower case. */
  enum What {
    PROTOCOLS,
    SERVICES,
    FAULTS,
    CHECKS,
    SCENARIOS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Protocols protocols = classPath.protocols();
    Rows rows = new Rows(surroundings.ink());
    switch (what) {
      case PROTOCOLS -> protocols.all().forEach(protocol -> tell(protocol, rows));
      case SERVICES -> Services.all().forEach(service -> tell(service, rows));
      case FAULTS -> rows.rows(Glossary.faults());
      case CHECKS -> tellChecks(protocols, rows);
      case SCENARIOS -> rows.rows(scenarios(protocols));
    }
    surroundings.out().print(rows);
    return rows.isEmpty() ? ExitCode.NOTHING_MATCHED : ExitCode.AS_EXPECTED;
  }

  private static void tell(Protocol<?> protocol, Rows rows) {
    rows.row(protocol.name(), protocol.about());
    rows.row("", "services: " + String.join(", ", protocol.services()));
    Glossary.settings(protocol)
        .forEach((setting, about) -> rows.row("", "config " + setting + ": " + about));
    protocol.flaws().forEach(flaw -> rows.row("", "flaw " + flaw.id() + ": " + flaw.about()));
  }

  private static void tell(Service service, Rows rows) {
    rows.row(service.name(), service.about());
    for (Service.Kind kind : service.kinds()) {
      String fields =
          kind.fields().stream().map(Service.Field::name).collect(Collectors.joining(", "));
      rows.row("", kind.name() + "(" + fields + "): " + kind.about());
    }
  }

  private static void tellChecks(Protocols protocols, Rows rows) {
    rows.rows(Glossary.checks());
    for (Protocol<?> protocol : protocols.all()) {
      List<String> rules = Glossary.rules(protocol);
      rows.row(protocol.name(), "All of its rules:");
      rules.forEach(rule -> rows.row("", rule));
    }
  }

  /** The library's scenarios by name, each with what it shows. */
  private SequencedMap<String, String> scenarios(Protocols protocols) {
    ScenarioFinder finder = new ScenarioFinder(surroundings.library());
    ScenarioLoader loader = new ScenarioLoader(protocols);
    SequencedMap<String, String> abouts = new LinkedHashMap<>();
    for (String name : finder.names()) {
      abouts.put(name, about(loader, finder.find(name)));
    }
    return abouts;
  }

  private static String about(ScenarioLoader loader, Path file) {
    try {
      return loader.load(file, List.of()).about();
    } catch (ScenarioException e) {
      return "cannot be used: " + e.getMessage();
    }
  }
}
