package dev.faultline.cli;

import dev.faultline.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a scenario. */
@Command(
    name = "show",
    description = "Prints a scenario, as it is written or with every default filled in.",
    footer = {
      "",
      "Examples:",
      "  faultline show raft/minority-partition",
      "  faultline show raft/minority-partition --effective --set network.loss=2%%",
      "  faultline show raft/minority-partition --swarm --seed 7"
    })
final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ScenarioOptions options;

  @Option(
      names = "--effective",
      description = "with every default and override filled in; --seed, --set and --swarm imply it")
  private boolean effective;

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    boolean changed =
        options.seed().isPresent() || options.swarm() || !options.overrides().isEmpty();
    ScenarioSource source = new ScenarioSource(surroundings, options);
    surroundings.out().print(effective || changed ? effective(source) : written(source.file()));
    return ExitCode.AS_EXPECTED;
  }

  private static String effective(ScenarioSource source) {
    return new ScenarioWriter(source.protocols()).print(source.scenario(), Optional.empty());
  }

  private static String written(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
