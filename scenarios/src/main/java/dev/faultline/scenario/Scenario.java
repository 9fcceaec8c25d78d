package dev.faultline.scenario;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.random.Chance;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.RunSettings.Bounds;
import dev.faultline.values.About;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A scenario, valid and complete: every default is filled in. Two scenarios with equal parts run
 * alike.
 */
public record Scenario(
    @About("For people, and for the folder of the results; the file's name when left out.")
        String name,
    @About("What the scenario shows, in one sentence.") String about,
    @About("The faults and operations are those of a run; nothing is drawn in their place.")
        Optional<Recording> recorded,
    @About("The seed of every random decision.") long seed,
    @About("How random decisions are answered, other than by the seed alone.")
        Optional<Chance> chance,
    @About("Length of the fault phase, virtual time.") Duration duration,
    @About("What is tested.") SystemSection system,
    @About("The links between all nodes, clients included.") NetworkSection network,
    @About("The disks of all servers.") DiskSettings disk,
    @About("The clocks of all nodes.") ClockSettings clocks,
    @About("What clients do; without, there are none unless operations name them.")
        Optional<WorkloadSettings> workload,
    @About("Explicit operations instead of generated ones.") List<PlannedOperation> operations,
    @About("What goes wrong.") List<Fault> faults,
    @About("What is judged; when left out, all that can be.") List<Check> checks,
    @About("How the run should end.") Expectation expect,
    @About("Does a calm follow the faults, in which the system must make progress?")
        boolean recovery,
    @About("Where a run gives up and is undecided.") Bounds bounds,
    @About("What may be drawn for each seed of a campaign; a single run takes no notice of it.")
        Optional<FuzzSection> fuzz,
    @About("The bug that it was made to show.") Optional<Found> found) {
  public Scenario {
    operations = List.copyOf(operations);
    faults = List.copyOf(faults);
    checks = List.copyOf(checks);
  }

  /** The same scenario under another seed. */
  public Scenario withSeed(long other) {
    return edited(draft -> draft.seed = other);
  }

  /**
   * What a run of this scenario wrote down: with the run's seed, and with the faults and operations
   * that happened in place of what drew them.
   *
   * @param version the program that ran it
   */
  public Scenario recording(RunResult result, String version) {
    return edited(draft -> {
      draft.seed = result.seed();
      draft.operations = result.operations();
      draft.faults = result.actions().stream().<Fault>map(Fault.Once::new).toList();
      draft.fuzz = Optional.empty();
      draft.recorded = Optional.of(new Recording(version, result.fingerprint()));
    });
  }

  /** The same scenario with some parts replaced. */
  public Scenario edited(Consumer<ScenarioDraft> edit) {
    ScenarioDraft draft = new ScenarioDraft(this);
    edit.accept(draft);
    return draft.scenario();
  }

  /**
   * Sets up one run. Each call makes fresh judges.
   *
   * @param protocols among them the one of this scenario
   */
  public PreparedRun prepare(Protocols protocols) {
    return Preparation.of(this, protocols);
  }
}
