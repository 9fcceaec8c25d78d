package dev.faultline.cli;

import dev.faultline.values.Durations;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a command waits for code that may never return. */
final class PatienceOption {
  private static final String NAME = "--hang-after";

  @Option(
      names = NAME,
      paramLabel = "T",
      description = {
        "a handler or a check that runs this long never returns,",
        "and is a failure (default: 10s)"
      })
  private String text = "10s";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Wall clock time, above 0.
   *
   * @throws ParameterException when something else was given
   */
  Duration duration() {
    try {
      Duration duration = Durations.parse(text);
      if (!duration.isZero()) {
        return duration;
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), NAME + ": " + e.getMessage(), e);
    }
    throw new ParameterException(
        command.commandLine(), NAME + ": expected a time above 0, got '" + text + "'");
  }
}
