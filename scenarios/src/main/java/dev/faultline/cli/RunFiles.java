package dev.faultline.cli;

import dev.faultline.cli.record.RunFolder;
import dev.faultline.cli.record.Trace;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.reports.Charts;
import dev.faultline.reports.ReportException;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the files of a run and says so. What goes wrong here changes no verdict. */
final class RunFiles {
  private final Surroundings surroundings;
  private final Execution execution;
  private final Rows rows;

  /**
   * @param execution runs the scenario once more when a trace is wanted
   * @param rows where the files are told
   */
  RunFiles(Surroundings surroundings, Execution execution, Rows rows) {
    this.surroundings = surroundings;
    this.execution = execution;
    this.rows = rows;
  }

  /**
   * Writes the files.
   *
   * @param json the contents of {@code result.json}
   * @param out the folder of all results
   * @return an exit code
   */
  int write(CompletedRun run, String json, Path out) {
    Scenario scenario = run.scenario();
    RunFolder folder = new RunFolder(out, scenario.name(), run.result().seed());
    Optional<Trace> trace = trace(run);
    try {
      folder.write(new RunFolder.Contents(run, json, yaml(run), trace), place -> draw(run, place));
    } catch (IOException e) {
      surroundings.complain(
          "faultline: cannot write " + folder.path() + ": " + FileTrouble.reason(e));
      return ExitCode.INTERNAL_ERROR;
    }
    rows.whole("files", folder.path().toString());
    trace.ifPresent(kept -> rows.row("", RunFolder.TRACE + " has " + kept.about()));
    return ExitCode.AS_EXPECTED;
  }

  private Optional<Trace> trace(CompletedRun run) {
    if (run.result().violations().isEmpty()) {
      return Optional.empty();
    }
    Trace trace = new Trace();
    try (LateBar bar = surroundings.bar("tracing")) {
      execution.runToViolation(trace, bar);
    }
    return Optional.of(trace);
  }

  private String yaml(CompletedRun run) {
    Scenario recording = run.scenario().recording(run.result(), surroundings.version().toString());
    return new ScenarioWriter(execution.protocols()).print(recording, Optional.empty());
  }

  /** Drawing may fail for many reasons of the machine; the run stands without its charts. */
  private void draw(CompletedRun run, Path place) throws IOException {
    try {
      Charts.write(run.result(), run.scenario().name(), place);
    } catch (ReportException e) {
      if (e.getCause() instanceof IOException full) {
        throw full;
      }
      surroundings.complain("faultline: " + e.getMessage());
    }
  }
}
