package dev.faultline.campaign.shrink;

import dev.faultline.execution.Progress;
import dev.faultline.execution.Vigil;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs candidates, as long as the effort lasts, and keeps those that fail like the first run. */
final class Lab {
  /** So many runs, or a quarter of them, are set apart for finishing. */
  private static final long MOST_RESERVED = 5_000;

  private final Protocols protocols;
  private final Failure failure;
  private final Predicate<Scenario> permitted;
  private final Effort effort;
  private final Progress progress;
  private final Vigil vigil;
  private final long began = System.nanoTime();

  /** Candidates that did not fail since the last that did; looked up, never listed. */
  private final Set<Scenario> passed = new HashSet<>();

  /** How many runs, and until when, for now. */
  private long limit;

  private long deadline;

  private long runs;
  private boolean outOfTime;

  /**
   * @param permitted which scenarios may be run: those within the fault budget
   */
  Lab(
      Protocols protocols,
      Failure failure,
      Predicate<Scenario> permitted,
      Effort effort,
      Progress progress,
      Vigil vigil) {
    this.progress = progress;
    this.vigil = vigil;
    this.protocols = protocols;
    this.failure = failure;
    this.permitted = permitted;
    this.effort = effort;
    this.limit = effort.runs() - Math.min(effort.runs() / 4, MOST_RESERVED);
    this.deadline = began + effort.wall().toNanos();
  }

  /** Runs a candidate; empty when it does not fail in the same way, or may not be run any more. */
  Optional<Sample> attempt(Scenario candidate) {
    if (isSpent() || passed.contains(candidate) || !isWhole(candidate) || !isPermitted(candidate)) {
      return Optional.empty();
    }
    runs++;
    progress.at(share());
    Optional<Sample> failed =
        simulation(candidate, Options.DEFAULT)
            .map(Simulation::run)
            .filter(failure::isMetBy)
            .map(result -> new Sample(candidate, result));
    if (failed.isPresent()) {
      passed.clear();
    } else {
      passed.add(candidate);
    }
    return failed;
  }

  /**
   * Everything begins before the end, and a history is judged only where there are clients to make
   * one.
   */
  private static boolean isWhole(Scenario scenario) {
    long end = scenario.duration().toNanos();
    return Parts.times(scenario).stream().allMatch(time -> time < end)
        && (scenario.workload().isPresent()
            || !scenario.checks().contains(new Check.Linearizable()));
  }

  private boolean isPermitted(Scenario scenario) {
    try {
      return permitted.test(scenario);
    } catch (IllegalArgumentException unfit) {
      return false;
    }
  }

  /** Empty when the parts of the scenario do not fit together. */
  private Optional<Simulation> simulation(Scenario scenario, Options options) {
    vigil.sees(scenario, Optional.empty());
    try {
      PreparedRun run = scenario.prepare(protocols);
      Simulation simulation =
          new Simulation(run.deployment(), run.settings(), run.watching(options));
      vigil.sees(scenario, Optional.of(simulation));
      return Optional.of(simulation);
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  /** Runs a scenario and lets somebody watch. */
  RunResult run(Scenario scenario, Options options) {
    return simulation(scenario, options).orElseThrow().run();
  }

  /** How much of the effort is used up. */
  private double share() {
    double ofTime = (double) (System.nanoTime() - began) / effort.wall().toNanos();
    return Math.min(1, Math.max(ofTime, (double) runs / limit));
  }

  /** May nothing more be run? */
  boolean isSpent() {
    outOfTime = outOfTime || System.nanoTime() - deadline > 0;
    return outOfTime || runs >= limit;
  }

  /** The search is over: what was set apart may be used to finish its result. */
  void finish() {
    limit = effort.runs();
    deadline = System.nanoTime() + effort.wall().dividedBy(4).toNanos();
    outOfTime = false;
  }

  /** Did the clock of this machine, rather than the number of runs, end it? */
  boolean isOutOfTime() {
    return outOfTime;
  }

  /** Is the failure found out in the calm after the faults? */
  boolean needsRecovery() {
    return failure.needsRecovery();
  }

  /** How many scenarios were run. */
  long runs() {
    return runs;
  }

  Protocols protocols() {
    return protocols;
  }
}
