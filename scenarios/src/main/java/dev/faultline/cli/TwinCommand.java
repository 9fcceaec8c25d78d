package dev.faultline.cli;

import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Progress;
import dev.faultline.execution.Verification;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The other side of {@code run --verify}: runs a scenario in a second JVM and reports. */
@Command(name = TwinCommand.NAME, hidden = true, description = "Runs for 'run --verify'.")
final class TwinCommand implements Callable<Integer> {
  static final String NAME = "twin";

  private final Surroundings surroundings;

  @Mixin private ScenarioOptions options;

  @Option(names = "--keep-going", description = "goes on after a violation")
  private boolean keepGoing;

  @Option(names = Verification.STEPS, description = "tells every step")
  private boolean steps;

  TwinCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Execution execution = new ScenarioSource(surroundings, options).execution(keepGoing);
    PrintWriter out = surroundings.out();
    if (steps) {
      execution.runWitnessed(Verification.teller(out::println), Progress.NONE);
    } else {
      CompletedRun run = execution.runWithContents(Progress.NONE);
      out.print(Verification.report(run, RunVerifier.comparable(run)));
    }
    return ExitCode.AS_EXPECTED;
  }
}
