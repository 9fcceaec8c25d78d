package dev.faultline.cli;

import dev.faultline.cli.record.RunFolder;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.reports.Charts;
import dev.faultline.reports.ReportException;
import dev.faultline.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;

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
    RunFolder.Contents contents = contents(run, json);
    try {
      folder.write(contents, place -> draw(run, place));
    } catch (IOException e) {
      surroundings.complain(
          "faultline: cannot write " + folder.path() + ": " + FileTrouble.reason(e));
      return ExitCode.INTERNAL_ERROR;
    }
    rows.whole("files", folder.path().toString());
    contents.trace().ifPresent(kept -> rows.row("", RunFolder.TRACE + " has " + kept.about()));
    return ExitCode.AS_EXPECTED;
  }

  private RunFolder.Contents contents(CompletedRun run, String json) {
    try (LateBar bar = surroundings.bar("tracing")) {
      String version = surroundings.version().toString();
      return RunFolder.Contents.of(run, execution, json, version, bar);
    }
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
