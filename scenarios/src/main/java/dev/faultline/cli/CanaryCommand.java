package dev.faultline.cli;

import dev.faultline.execution.Canary;
import dev.faultline.execution.Execution;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The other side of a campaign's canary: runs scenarios in a second JVM. */
@Command(name = CanaryCommand.NAME, hidden = true, description = "Runs for the canary of 'fuzz'.")
final class CanaryCommand implements Callable<Integer> {
  static final String NAME = "canary";

  private final Surroundings surroundings;

  @Parameters(arity = "1..*", description = "scenario files")
  private List<Path> files = List.of();

  @Mixin private ClassPath classPath;

  CanaryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Protocols protocols = classPath.protocols();
    ScenarioLoader loader = new ScenarioLoader(protocols);
    for (Path file : files) {
      Execution execution = new Execution(loader.load(file, List.of()), protocols, false);
      surroundings.out().println(Canary.fingerprint(execution));
    }
    return ExitCode.AS_EXPECTED;
  }
}
