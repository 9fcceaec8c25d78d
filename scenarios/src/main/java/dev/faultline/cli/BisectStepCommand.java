package dev.faultline.cli;

import dev.faultline.cli.bisect.Bisection;
import dev.faultline.cli.bisect.Outcome;
import dev.faultline.cli.bisect.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code git bisect run} runs: tries the commit that is checked out. */
@Command(
    name = BisectStepCommand.NAME,
    hidden = true,
    description = "Tries one revision for 'bisect'.")
final class BisectStepCommand implements Callable<Integer> {
  static final String NAME = "bisect-step";

  private final Surroundings surroundings;

  @Option(names = "--failure", required = true, description = "the scenario file")
  private Path failure;

  @Option(names = "--check", required = true, description = "the check that fails")
  private String check;

  @Option(names = "--folder", required = true, description = "where to build and run")
  private Path folder;

  @Option(names = "--build", description = "a shell command")
  private @Nullable String build;

  @Option(names = "--classpath", description = "with protocols that are not ours")
  private @Nullable String classPath;

  @Parameters(
      paramLabel = "PROGRAM",
      arity = "1..*",
      description = "the words that start Faultline")
  private List<String> program;

  BisectStepCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The arguments that make this program try a revision so. */
  static List<String> arguments(Trial trial, String check) {
    List<String> arguments =
        new ArrayList<>(List.of(NAME, "--failure", trial.failure().toString()));
    arguments.addAll(List.of("--check", check, "--folder", trial.folder().toString()));
    trial.build().ifPresent(command -> arguments.addAll(List.of("--build", command)));
    trial.classPath().ifPresent(path -> arguments.addAll(List.of("--classpath", path)));
    arguments.add("--");
    arguments.addAll(trial.program());
    return arguments;
  }

  @Override
  public Integer call() {
    Trial trial =
        new Trial(
            failure, folder, program, Optional.ofNullable(build), Optional.ofNullable(classPath));
    try {
      Outcome outcome = trial.outcome().about(check);
      surroundings.out().println(Bisection.told(outcome));
      return Bisection.code(outcome);
    } catch (IOException | RuntimeException e) {
      surroundings.complain("faultline: " + e);
      return Bisection.GIVE_UP;
    }
  }
}
