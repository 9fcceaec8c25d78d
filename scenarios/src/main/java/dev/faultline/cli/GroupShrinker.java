package dev.faultline.cli;

import dev.faultline.campaign.Crew;
import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.Shift;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.shrink.Effort;
import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.shrink.Shrinker;
import dev.faultline.cli.terminal.LateBar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the failures of a campaign small, several at once. */
final class GroupShrinker {
  /** Further groups stay as they were found: who has so many looks at the first ones first. */
  static final int MOST = 10;

  private final Surroundings surroundings;
  private final SeedRunner runner;
  private final int jobs;
  private final Duration patience;

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
        shifts.add(crew.submit(vigil -> shrinker.shrink(group.smallest().scenario())));
      }
      long deadline = System.nanoTime() + longest(effort, shifts.size()).toNanos();
      for (Shift<Optional<Minimal>> shift : shifts) {
        bar.at((double) minimals.size() / shifts.size());
        minimals.add(minimal(shift.await(patience, () -> isOver(deadline))));
      }
    }
    while (minimals.size() < groups.size()) {
      minimals.add(Optional.empty());
    }
    return minimals;
  }

  /** A smaller scenario may loop for ever where the first one did not. */
  private Duration longest(Effort effort, int groups) {
    int rounds = (groups + jobs - 1) / jobs;
    return effort.wall().multipliedBy(rounds).plus(patience);
  }

  private boolean isOver(long deadline) {
    return surroundings.interruption().happened() || System.nanoTime() - deadline > 0;
  }

  /** What goes wrong here takes nothing away from what was found. */
  private Optional<Minimal> minimal(Shift.End<Optional<Minimal>> end) {
    return switch (end) {
      case Shift.End.Done<Optional<Minimal>>(Optional<Minimal> minimal) -> minimal;
      case Shift.End.Threw<Optional<Minimal>>(Throwable thrown) -> {
        surroundings.complain("faultline: a failure stays as it was found: " + thrown);
        yield Optional.empty();
      }
      case Shift.End.Skipped<Optional<Minimal>> skipped -> Optional.empty();
      case Shift.End.Stuck<Optional<Minimal>> stuck -> Optional.empty();
    };
  }
}
