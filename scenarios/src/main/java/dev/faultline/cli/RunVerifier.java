package dev.faultline.cli;

import dev.faultline.cli.record.ResultJson;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Verification;
import dev.faultline.execution.Verification.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Does what {@code run --verify} asks for, and tells what it found. */
final class RunVerifier {
  private final Surroundings surroundings;
  private final Rows rows;

  /**
   * @param rows where it is told
   */
  RunVerifier(Surroundings surroundings, Rows rows) {
    this.surroundings = surroundings;
    this.rows = rows;
  }

  /** The result of a run without what differs from one run to the next. */
  static String comparable(CompletedRun run) {
    CompletedRun timeless =
        new CompletedRun(run.scenario(), run.result(), run.checkpoints(), run.keepGoing(), 0);
    return ResultJson.of(timeless, "", "");
  }

  /**
   * Runs the scenario again, here and in a second JVM.
   *
   * @param scenario its file
   * @return an exit code
   */
  int verify(Execution execution, Path scenario, ScenarioOptions options, boolean keepGoing) {
    Verification verification =
        new Verification(execution, twin(scenario, options, keepGoing), RunVerifier::comparable);
    try (LateBar bar = surroundings.bar("verifying")) {
      return tell(verification.verify(bar));
    } catch (IOException e) {
      surroundings.complain("faultline: cannot verify: " + e.getMessage());
      return ExitCode.INTERNAL_ERROR;
    }
  }

  private int tell(Finding finding) {
    return switch (finding) {
      case Finding.Same(long events) -> {
        rows.row(
            "verified",
            "a second JVM with other hash codes, locale, time zone, collector and heap gave the same "
                + Figures.count(events, "event"));
        yield ExitCode.AS_EXPECTED;
      }
      case Finding.Different different -> {
        surroundings.complain(
            "faultline: nondeterminism: the first event that differs in a second JVM is event "
                + different.event()
                + " at "
                + Figures.moment(different.time())
                + ": "
                + different.what());
        rows.row(
            "differs",
            List.of(
                "event " + different.event() + ": " + different.what(),
                "here   " + different.here(),
                "there  " + different.there()));
        yield ExitCode.NONDETERMINISM;
      }
      case Finding.Elusive(String where) -> {
        surroundings.complain(
            "faultline: nondeterminism: a second JVM gave another run, but not when every event was"
                + " compared: "
                + where);
        yield ExitCode.NONDETERMINISM;
      }
    };
  }

  private static List<String> twin(Path scenario, ScenarioOptions options, boolean keepGoing) {
    List<String> arguments = new ArrayList<>(List.of(TwinCommand.NAME, scenario.toString()));
    options.seed().ifPresent(seed -> arguments.addAll(List.of("--seed", Long.toString(seed))));
    if (options.swarm()) {
      arguments.add("--swarm");
    }
    options.overrides().forEach(each -> arguments.addAll(List.of("--set", each)));
    options.classPath().path().ifPresent(path -> arguments.addAll(List.of("--classpath", path)));
    if (keepGoing) {
      arguments.add("--keep-going");
    }
    return arguments;
  }
}
