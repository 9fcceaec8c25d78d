package dev.faultline.execution;

import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import dev.faultline.trace.TraceEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario from beginning to end. Each call is a run of its own; all of them have the same
 * fingerprint.
 */
public final class Execution {
  /** Fingerprints are noted this often on the way. */
  private static final int CHECKPOINTS = 500;

  private final Scenario scenario;
  private final Protocols protocols;
  private final boolean keepGoing;
  private final Vigil vigil;

  /** Sees every step of a run. */
  public interface Witness {
    /**
     * One step.
     *
     * @param fingerprint the hash of the run so far; 0 while the run is being set up
     */
    void on(TraceEntry entry, long fingerprint);
  }

  /**
   * @param protocols among them the one of the scenario
   * @param keepGoing does the run go on after a violation?
   */
  public Execution(Scenario scenario, Protocols protocols, boolean keepGoing) {
    this(scenario, protocols, keepGoing, Vigil.NONE);
  }

  private Execution(Scenario scenario, Protocols protocols, boolean keepGoing, Vigil vigil) {
    this.scenario = scenario;
    this.protocols = protocols;
    this.keepGoing = keepGoing;
    this.vigil = vigil;
  }

  /** The same, telling somebody of each run. */
  public Execution watchedBy(Vigil other) {
    return new Execution(scenario, protocols, keepGoing, other);
  }

  /** The protocols that scenarios can name. */
  public Protocols protocols() {
    return protocols;
  }

  /** Runs the scenario. */
  public CompletedRun run(Progress progress) {
    return run(Options.DEFAULT, null, progress);
  }

  /** Runs the scenario with everything that messages say in the fingerprint. */
  public CompletedRun runWithContents(Progress progress) {
    return run(Options.DEFAULT.withContents(true), null, progress);
  }

  /** Like {@link #runWithContents}, with somebody who sees every step. */
  public CompletedRun runWitnessed(Witness witness, Progress progress) {
    Watcher watcher = new Watcher(witness);
    return run(Options.DEFAULT.withContents(true).tracing(watcher), watcher, progress);
  }

  /** Runs the scenario up to its first violation and shows every step to somebody. */
  public void runToViolation(Consumer<TraceEntry> trace, Progress progress) {
    new Execution(scenario, protocols, false, vigil)
        .run(Options.DEFAULT.tracing(trace), null, progress);
  }

  private CompletedRun run(Options options, @Nullable Watcher watcher, Progress progress) {
    long began = System.nanoTime();
    vigil.sees(scenario, Optional.empty());
    PreparedRun prepared = scenario.prepare(protocols);
    Simulation simulation =
        new Simulation(
            prepared.deployment(),
            prepared.settings(),
            prepared.watching(options).keepGoing(keepGoing));
    vigil.sees(scenario, Optional.of(simulation));
    if (watcher != null) {
      watcher.watch(simulation);
    }
    List<Checkpoint> checkpoints = runFaultPhase(simulation, progress);
    RunResult result = simulation.run();
    checkpoints.add(new Checkpoint(result.end(), result.events(), result.fingerprint()));
    return new CompletedRun(scenario, result, checkpoints, keepGoing, System.nanoTime() - began);
  }

  /** Goes in steps of virtual time: a stop on the way changes nothing of a run. */
  private List<Checkpoint> runFaultPhase(Simulation simulation, Progress progress) {
    List<Checkpoint> checkpoints = new ArrayList<>();
    long step = scenario.duration().toNanos() / CHECKPOINTS;
    for (int i = 1; i < CHECKPOINTS; i++) {
      simulation.runUntil(Duration.ofNanos(step * i));
      if (simulation.isStopped()) {
        break;
      }
      checkpoints.add(new Checkpoint(step * i, simulation.events(), simulation.fingerprint()));
      progress.at((double) i / CHECKPOINTS);
    }
    return checkpoints;
  }

  /** Adds the fingerprint to what a trace tells. */
  private static final class Watcher implements Consumer<TraceEntry> {
    private final Witness witness;
    private @Nullable Simulation simulation;

    Watcher(Witness witness) {
      this.witness = witness;
    }

    void watch(Simulation started) {
      simulation = started;
    }

    @Override
    public void accept(TraceEntry entry) {
      witness.on(entry, simulation == null ? 0 : simulation.fingerprint());
    }
  }
}
