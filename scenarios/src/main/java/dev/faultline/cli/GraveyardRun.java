package dev.faultline.cli;

import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.Crew;
import dev.faultline.campaign.Hang;
import dev.faultline.campaign.Shift;
import dev.faultline.campaign.publish.Finding;
import dev.faultline.campaign.run.SeedOutcome;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.check.Violation;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.fuzz.FailureText;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the failures of earlier campaigns again: there, one that fails is a finding. */
final class GraveyardRun {
  private final Surroundings surroundings;
  private final ClassPath classPath;
  private final SeedRunner runner;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private int gone;
  private int skipped;

  GraveyardRun(Surroundings surroundings, ClassPath classPath, SeedRunner runner) {
    this.surroundings = surroundings;
    this.classPath = classPath;
    this.runner = runner;
  }

  /** Runs scenario files, as long as the time of the campaign lasts. */
  void run(List<Path> files, CampaignSettings settings) {
    long began = System.nanoTime();
    ScenarioLoader loader = new ScenarioLoader(runner.protocols());
    try (Crew crew = new Crew(settings.jobs())) {
      List<Shift<SeedRun>> shifts = new ArrayList<>();
      for (Path file : files) {
        shifts.add(crew.submit(vigil -> runner.watchedBy(vigil).run(loader.load(file, List.of()))));
      }
      for (int i = 0; i < files.size(); i++) {
        Shift.End<SeedRun> end =
            shifts.get(i).await(settings.patience(), () -> isInterrupted(crew, settings, began));
        if (end instanceof Shift.End.Stuck<SeedRun>) {
          crew.replaceOne();
        }
        settle(files.get(i), end);
      }
    }
    if (skipped > 0) {
      notes.add("graveyard: " + skipped + " of " + files.size() + " were not run");
    }
    if (gone > 0) {
      notes.add("graveyard: " + gone + " of " + files.size() + " no longer fail");
    }
  }

  /** Runs that have begun still count when the time is up, but nobody waits after Ctrl-C. */
  private boolean isInterrupted(Crew crew, CampaignSettings settings, long began) {
    if (settings.isUp(began)) {
      crew.dismiss();
    }
    return surroundings.interruption().happened();
  }

  private void settle(Path file, Shift.End<SeedRun> end) {
    switch (end) {
      case Shift.End.Done<SeedRun>(SeedRun run) -> settle(file, run);
      case Shift.End.Stuck<SeedRun>(Hang hang) ->
          add(file, "hang", FailureText.message(hang), FailureText.of(hang));
      case Shift.End.Threw<SeedRun>(Throwable thrown) -> settle(file, thrown);
      case Shift.End.Skipped<SeedRun> skip -> skipped++;
    }
  }

  private void settle(Path file, Throwable thrown) {
    switch (thrown) {
      case ScenarioException unfit -> doubts.add("graveyard: " + unfit.getMessage());
      case OutOfMemoryError full -> throw full;
      default -> throw new IllegalStateException(file + " could not be run", thrown);
    }
  }

  private void settle(Path file, SeedRun run) {
    Optional<Violation> violation = run.violation();
    if (violation.isPresent()) {
      Violation broken = violation.get();
      add(file, broken.check(), broken.message(), FailureText.of(broken));
    } else if (run.outcome() == SeedOutcome.UNDECIDED) {
      notes.add("graveyard: " + file + " decides nothing: " + doubt(run));
    } else {
      gone++;
    }
  }

  private static String doubt(SeedRun run) {
    return run.result().checks().stream()
        .filter(SeedRun::gaveUp)
        .flatMap(check -> check.why().stream())
        .findFirst()
        .orElseGet(() -> String.join(", ", run.result().undecided()));
  }

  private void add(Path file, String check, String message, String details) {
    findings.add(
        new Finding(
            Finding.Kind.GRAVEYARD,
            check,
            "graveyard/" + name(file),
            message,
            details,
            List.of(),
            0,
            OptionalInt.empty(),
            file,
            CommandText.of(surroundings.command(), classPath, List.of("run", file.toString()))));
  }

  /** A file in a folder of its own has the folder's name. */
  private static String name(Path file) {
    Path folder = file.getParent();
    Path named = folder == null || folder.endsWith(CampaignFolder.GRAVEYARD) ? file : folder;
    return String.valueOf(named.getFileName());
  }

  /** What still fails. */
  List<Finding> findings() {
    return findings;
  }

  /** What could not be run: an earlier failure of which nothing is known. */
  List<String> doubts() {
    return doubts;
  }

  /** What became of the others. */
  List<String> notes() {
    return notes;
  }
}
