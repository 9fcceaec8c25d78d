package dev.faultline.cli;

import picocli.CommandLine.Command;

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
final class RootCommand {}
