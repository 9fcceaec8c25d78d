package dev.faultline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: shows what it can do. */
@Command(
    name = "faultline",
    synopsisSubcommandLabel = "COMMAND",
    description = "Simulates distributed systems: one seed and one scenario decide everything.",
    footer = {
      "",
      "Example:",
      "  faultline run raft/minority-partition",
      "",
      "'faultline COMMAND --help' explains a command."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }
}
