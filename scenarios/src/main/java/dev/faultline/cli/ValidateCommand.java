package dev.faultline.cli;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks scenarios without running them. */
@Command(
    name = "validate",
    description = "Checks scenarios without running them.",
    footer = {"", "Example:", "  faultline validate my-scenarios/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO",
      description = "scenario files, recorded runs, or names of library scenarios")
  private List<String> scenarios = List.of();

  @Mixin private ClassPath classPath;

  ValidateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Protocols protocols = classPath.protocols();
    List<Integer> codes = new ArrayList<>();
    scenarios.forEach(scenario -> codes.add(validate(scenario, protocols)));
    return ExitCode.gravest(codes);
  }

  private int validate(String argument, Protocols protocols) {
    try {
      Path file = new ScenarioFinder(surroundings.library()).find(argument);
      Scenario scenario = new ScenarioLoader(protocols).load(file, List.of());
      ScenarioSource.warnings(scenario, protocols)
          .forEach(warning -> surroundings.complain(argument + ": warning: " + warning));
      surroundings.out().println("ok  " + argument + "  (" + scenario.name() + ")");
      return ExitCode.AS_EXPECTED;
    } catch (ScenarioException e) {
      surroundings.complain(e.getMessage());
      return ExitCode.BAD_INPUT;
    }
  }
}
