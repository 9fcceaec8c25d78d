package dev.faultline.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a command names one scenario. */
final class ScenarioOptions {
  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = {
        "a scenario file, a recorded run (its folder or a file in it),",
        "or the name of a library scenario: raft/minority-partition"
      })
  private String scenario;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the seed of every random decision (default: the scenario's)")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "overrides a setting: --set network.loss=2%%; can be repeated")
  private List<String> overrides = List.of();

  @Option(
      names = "--swarm",
      description =
          "draws the scenario of the seed, as campaigns do; its section fuzz says from what")
  private boolean swarm;

  @Mixin private ClassPath classPath;

  String scenario() {
    return scenario;
  }

  Optional<Long> seed() {
    return Optional.ofNullable(seed);
  }

  List<String> overrides() {
    return overrides;
  }

  boolean swarm() {
    return swarm;
  }

  ClassPath classPath() {
    return classPath;
  }
}
