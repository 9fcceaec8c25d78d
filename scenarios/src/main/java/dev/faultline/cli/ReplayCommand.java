package dev.faultline.cli;

import dev.faultline.cli.record.RecordedRun;
import dev.faultline.cli.record.TraceComparison;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.cli.terminal.Summary;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Fingerprints;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Found;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Recording;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a recorded run again and says whether it was the same. */
@Command(
    name = "replay",
    description = "Runs a recorded run again; says whether and where it differs.",
    footer = {"", "Example:", "  faultline replay faultline-out/raft-minority-partition/seed-1"})
final class ReplayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "RUN",
      description = "the folder of a recorded run or failure, or a file in it")
  private String run;

  @Mixin private ClassPath classPath;

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = new ScenarioFinder(surroundings.library()).find(run);
    Protocols protocols = classPath.protocols();
    Scenario scenario = new ScenarioLoader(protocols).load(file, List.of());
    if (scenario.found().isPresent()) {
      return show(scenario.found().get(), scenario, protocols);
    }
    Recording recording = scenario.recorded().orElseThrow(this::notRecorded);
    RecordedRun recorded = beside(file);
    boolean sameVersion = compareVersions(recording);
    Execution execution = new Execution(scenario, protocols, recorded.keptGoing());
    CompletedRun again;
    try (LateBar bar = surroundings.bar("replaying")) {
      again = execution.run(bar);
    }
    boolean same = again.result().fingerprint() == recording.fingerprint();
    Rows rows = new Rows(surroundings.ink());
    rows.row("replayed", verdict(recording, again, same));
    if (!same) {
      rows.row("differs", where(recorded, again, execution));
    }
    surroundings.out().print(Summary.of(again, surroundings.ink()) + rows);
    int code = same || !sameVersion ? ExitCode.AS_EXPECTED : ExitCode.NONDETERMINISM;
    return ExitCode.gravest(List.of(code, ExitCode.of(again)));
  }

  /**
   * What a search made small has no recorded run to be compared with: it breaks its check or not.
   */
  private int show(Found found, Scenario scenario, Protocols protocols) {
    CompletedRun run;
    try (LateBar bar = surroundings.bar("replaying")) {
      run = new Execution(scenario, protocols, false).run(bar);
    }
    boolean broken = new Expectation.Broken(Optional.of(found.check())).metBy(run.result());
    Rows rows = new Rows(surroundings.ink());
    rows.row(
        "replayed", found.check() + (broken ? " is broken, as it was found" : " is not broken"));
    Again.row(run.result(), surroundings, this.run, classPath, rows);
    surroundings.out().print(Summary.of(run, surroundings.ink()) + rows);
    return ExitCode.of(run);
  }

  private static RecordedRun beside(Path file) {
    try {
      return RecordedRun.beside(file);
    } catch (IOException e) {
      throw new ScenarioException(FileTrouble.explain(e));
    }
  }

  private ScenarioException notRecorded() {
    return new ScenarioException(
        run
            + ": expected a recorded run, got a scenario; '"
            + surroundings.command()
            + " run "
            + CommandText.quoted(run)
            + "' runs it");
  }

  private boolean compareVersions(Recording recording) {
    String running = surroundings.version().toString();
    boolean same = recording.version().equals(running);
    if (!same) {
      surroundings.complain(
          "faultline: recorded with " + recording.version() + ", running " + running);
    }
    return same;
  }

  private static String verdict(Recording recording, CompletedRun again, boolean same) {
    return same
        ? "the same run: the fingerprint is the recorded one"
        : "another run: the recorded fingerprint is "
            + Fingerprints.text(recording.fingerprint())
            + ", this one's is "
            + Fingerprints.text(again.result().fingerprint());
  }

  /** By the trace to the event, when there is one; by the checkpoints to the stretch. */
  private List<String> where(RecordedRun recorded, CompletedRun again, Execution execution) {
    List<String> lines = new ArrayList<>();
    recorded.parting(again).ifPresent(parting -> lines.add(describe(parting)));
    recorded
        .traceComparison()
        .ifPresent(comparison -> {
          try (LateBar bar = surroundings.bar("comparing")) {
            execution.runToViolation(comparison, bar);
          }
          comparison.difference().ifPresent(found -> lines.addAll(describe(found)));
        });
    if (lines.isEmpty()) {
      lines.add("nothing beside the scenario says where");
    }
    return lines;
  }

  private static String describe(RecordedRun.Parting parting) {
    return "after event "
        + parting.same().events()
        + " at "
        + Figures.moment(parting.same().time())
        + ", by event "
        + parting.different().events()
        + " at "
        + Figures.moment(parting.different().time());
  }

  private static List<String> describe(TraceComparison.Difference found) {
    return List.of(
        "first in event " + found.event() + " at " + Figures.moment(found.time()) + ":",
        "recorded  " + found.recorded(),
        "now       " + found.now());
  }
}
