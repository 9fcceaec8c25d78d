package dev.faultline.junit;

import dev.faultline.campaign.Hang;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.check.Violation;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.cli.terminal.Summary;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Progress;
import dev.faultline.scenario.Protocols;
import java.io.IOException;
import java.nio.file.Path;

/** Tells of a seed that did not end as expected, and records it. */
final class FailureText {
  private static final Ink INK = new Ink(false, true);

  private final Protocols protocols;
  private final FailureFiles files;

  /** Failures are recorded in these files. */
  FailureText(Protocols protocols, FailureFiles files) {
    this.protocols = protocols;
    this.files = files;
  }

  /**
   * What is wrong in one line, then what {@code faultline run} prints, then how to see it again.
   */
  String of(SeedRun failed) {
    Execution execution = new Execution(failed.scenario(), protocols, false);
    CompletedRun run = execution.run(Progress.NONE);
    return headline(failed) + "\n\n" + Summary.of(run, INK) + again(run, execution);
  }

  /** Where a handler never returned; such a run cannot be recorded. */
  String of(Hang hang) {
    Rows rows = new Rows(INK);
    rows.whole("this seed", SeedProperties.option(hang.scenario().seed()));
    return dev.faultline.cli.fuzz.FailureText.of(hang).strip() + "\n\n" + rows;
  }

  private static String headline(SeedRun failed) {
    return failed
        .violation()
        .map(FailureText::headline)
        .orElse("no rule was broken, but the scenario expects it");
  }

  private static String headline(Violation violation) {
    return violation.check() + ": " + violation.message();
  }

  private String again(CompletedRun run, Execution execution) {
    Rows rows = new Rows(INK);
    try {
      Path folder = files.write(run, execution);
      rows.whole("files", folder.toString());
      rows.whole("replay", files.replay(folder)).whole("make small", files.shrink(folder));
    } catch (IOException e) {
      rows.row("files", "cannot be written: " + e);
    }
    return rows.whole("this seed", SeedProperties.option(run.result().seed())).toString();
  }
}
