package dev.faultline.scenario;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.RunSettings;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A scenario, valid and complete: every default is filled in. Two scenarios with equal parts run
 * alike.
 *
 * @param name for people, and for the folder of its results
 * @param about what it shows, in one sentence; may be empty
 * @param seed of every random decision
 * @param duration length of the fault phase, virtual time
 * @param system what is tested
 * @param network links between all nodes
 * @param disk disks of all servers
 * @param clocks clocks of all nodes
 * @param workload what clients do; empty for a run without clients
 * @param operations explicit operations instead of generated ones
 * @param faults what goes wrong
 * @param checks what is judged
 * @param expect how the run should end
 * @param recovery does a calm phase follow the faults, in which the system must make progress?
 * @param bounds where a run gives up
 * @param recorded present when the faults and operations are those of a run
 */
public record Scenario(
    String name,
    String about,
    long seed,
    Duration duration,
    SystemSection system,
    NetworkSection network,
    DiskSettings disk,
    ClockSettings clocks,
    Optional<WorkloadSettings> workload,
    List<PlannedOperation> operations,
    List<Fault> faults,
    List<Check> checks,
    Expectation expect,
    boolean recovery,
    RunSettings.Bounds bounds,
    Optional<Recording> recorded) {
  public Scenario {
    operations = List.copyOf(operations);
    faults = List.copyOf(faults);
    checks = List.copyOf(checks);
  }

  /** The same scenario under another seed. */
  public Scenario withSeed(long other) {
    return new Scenario(
        name,
        about,
        other,
        duration,
        system,
        network,
        disk,
        clocks,
        workload,
        operations,
        faults,
        checks,
        expect,
        recovery,
        bounds,
        recorded);
  }

  /**
   * What a run of this scenario wrote down: with the run's seed, and with the faults and operations
   * that happened in place of what drew them.
   *
   * @param version the program that ran it
   */
  public Scenario recording(RunResult result, String version) {
    return new Scenario(
        name,
        about,
        result.seed(),
        duration,
        system,
        network,
        disk,
        clocks,
        workload,
        result.operations(),
        result.actions().stream().<Fault>map(Fault.Once::new).toList(),
        checks,
        expect,
        recovery,
        bounds,
        Optional.of(new Recording(version, result.fingerprint())));
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
