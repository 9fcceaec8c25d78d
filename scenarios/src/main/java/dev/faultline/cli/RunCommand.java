package dev.faultline.cli;

import dev.faultline.cli.record.ResultJson;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.cli.terminal.Summary;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a scenario. */
@Command(
    name = "run",
    description = "Runs a scenario, judges it, draws its charts.",
    footer = {
      "",
      "Examples:",
      "  faultline run scenarios/library/raft/minority-partition.yaml",
      "  faultline run raft/minority-partition --seed 7 --set network.loss=2%% --no-files",
      "  faultline run raft/minority-partition --seed 7 --swarm"
    })
final class RunCommand implements Callable<Integer> {
  private static final Path OUT = Path.of("faultline-out");

  private final Surroundings surroundings;

  @Mixin private ScenarioOptions options;

  @Mixin private PatienceOption patience;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "writes to DIR/<name>/seed-<n>/ (default: faultline-out)")
  private Path out = OUT;

  @Option(names = "--no-files", description = "writes nothing")
  private boolean noFiles;

  @Option(names = "--json", description = "prints the result as one JSON object")
  private boolean json;

  @Option(
      names = "--verify",
      description = "runs again in a second JVM with other settings and compares every event")
  private boolean verify;

  @Option(names = "--keep-going", description = "goes on after a violation")
  private boolean keepGoing;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ScenarioSource source = new ScenarioSource(surroundings, options);
    Execution execution = source.execution(keepGoing);
    CompletedRun run;
    try (LateBar bar = surroundings.bar("running")) {
      run = Watched.call(patience.duration(), vigil -> execution.watchedBy(vigil).run(bar));
    }
    String replay =
        CommandText.run(surroundings.command(), options, run.result().seed(), keepGoing);
    String result = ResultJson.of(run, surroundings.version().toString(), replay);
    print(json ? result : Summary.of(run, surroundings.ink()));
    List<Integer> codes = new ArrayList<>(List.of(ExitCode.of(run)));
    Rows rows = new Rows(surroundings.ink());
    if (verify) {
      codes.add(
          new RunVerifier(surroundings, rows).verify(execution, source.file(), options, keepGoing));
    }
    if (!noFiles) {
      codes.add(new RunFiles(surroundings, execution, rows).write(run, result, out));
    }
    if (!json) {
      Again.row(run.result(), surroundings, options.scenario(), options.classPath(), rows);
      print(rows.whole("replay", replay).toString());
    }
    return ExitCode.gravest(codes);
  }

  private void print(String text) {
    surroundings.out().print(text);
    surroundings.out().flush();
  }
}
