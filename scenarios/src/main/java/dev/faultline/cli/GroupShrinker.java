package dev.faultline.cli;

import dev.faultline.campaign.Crew;
import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.Hang;
import dev.faultline.campaign.Shift;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.shrink.Effort;
import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.shrink.Shrinker;
import dev.faultline.cli.fuzz.FailureText;
import dev.faultline.cli.terminal.LateBar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the failures of a campaign small, several at once. */
final class GroupShrinker {
  /** Further groups stay as they were found: who has so many looks at the first ones first. */
  private static final int MOST = 10;

  private final Surroundings surroundings;
  private final SeedRunner runner;
  private final int jobs;
  private final Duration patience;
  private final List<Hang> hangs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  GroupShrinker(Surroundings surroundings, SeedRunner runner, int jobs, Duration patience) {
    this.surroundings = surroundings;
    this.runner = runner;
    this.jobs = jobs;
    this.patience = patience;
  }

  /**
   * Makes groups small.
   *
   * @return a scenario for each group, where there is one
   */
  List<Optional<Minimal>> shrink(List<FailureGroup> groups, Effort effort) {
    List<Shift<Optional<Minimal>>> shifts = new ArrayList<>();
    List<Optional<Minimal>> minimals = new ArrayList<>();
    try (Crew crew = new Crew(jobs);
        LateBar bar = surroundings.bar("shrinking")) {
      Shrinker shrinker =
          new Shrinker(runner.protocols(), surroundings.version().toString(), effort);
      for (FailureGroup group : groups.stream().limit(MOST).toList()) {
        shifts.add(
            crew.submit(vigil -> shrinker.watchedBy(vigil).shrink(group.smallest().scenario())));
      }
      for (Shift<Optional<Minimal>> shift : shifts) {
        bar.at((double) minimals.size() / shifts.size());
        String name = groups.get(minimals.size()).shape().fileName();
        Shift.End<Optional<Minimal>> end =
            shift.await(patience, surroundings.interruption()::happened);
        if (end instanceof Shift.End.Stuck<Optional<Minimal>>) {
          crew.replaceOne();
        }
        minimals.add(minimal(name, end));
      }
    }
    if (groups.size() > MOST) {
      notes.add(
          "only the first "
              + MOST
              + " of "
              + groups.size()
              + " groups of failures were made small; 'shrink' does the others");
    }
    while (minimals.size() < groups.size()) {
      minimals.add(Optional.empty());
    }
    return minimals;
  }

  /** What goes wrong here takes nothing away from what was found. */
  private Optional<Minimal> minimal(String name, Shift.End<Optional<Minimal>> end) {
    return switch (end) {
      case Shift.End.Done<Optional<Minimal>>(Optional<Minimal> minimal) -> minimal;
      case Shift.End.Threw<Optional<Minimal>>(Throwable thrown) -> asFound(name, thrown.toString());
      case Shift.End.Skipped<Optional<Minimal>> skipped -> asFound(name, "interrupted");
      case Shift.End.Stuck<Optional<Minimal>>(Hang hang) -> {
        hangs.add(hang);
        yield asFound(name, "in a smaller scenario, " + FailureText.message(hang));
      }
    };
  }

  private Optional<Minimal> asFound(String name, String why) {
    notes.add(name + " stays as it was found: " + why);
    return Optional.empty();
  }

  /** Smaller scenarios that never ended. */
  List<Hang> hangs() {
    return hangs;
  }

  /** Why failures were not made small. */
  List<String> notes() {
    return notes;
  }
}
