package dev.faultline.cli;

import dev.faultline.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the schema of scenarios. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of scenarios, for editors.",
    footer = {"", "Example:", "  faultline schema > scenario.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ClassPath classPath;

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(ScenarioSchema.generate(classPath.protocols()));
    return ExitCode.AS_EXPECTED;
  }
}
