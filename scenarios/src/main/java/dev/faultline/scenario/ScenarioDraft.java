package dev.faultline.scenario;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.random.Chance;
import dev.faultline.simulation.RunSettings.Bounds;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A scenario while parts of it are being replaced; the parts are those of {@link Scenario}. */
public final class ScenarioDraft {
  public String name;
  public String about;
  public Optional<Recording> recorded;
  public long seed;
  public Optional<Chance> chance;
  public Duration duration;
  public SystemSection system;
  public NetworkSection network;
  public DiskSettings disk;
  public ClockSettings clocks;
  public Optional<WorkloadSettings> workload;
  public List<PlannedOperation> operations;
  public List<Fault> faults;
  public List<Check> checks;
  public Expectation expect;
  public boolean recovery;
  public Bounds bounds;
  public Optional<FuzzSection> fuzz;
  public Optional<Found> found;

  ScenarioDraft(Scenario from) {
    name = from.name();
    about = from.about();
    recorded = from.recorded();
    seed = from.seed();
    chance = from.chance();
    duration = from.duration();
    system = from.system();
    network = from.network();
    disk = from.disk();
    clocks = from.clocks();
    workload = from.workload();
    operations = from.operations();
    faults = from.faults();
    checks = from.checks();
    expect = from.expect();
    recovery = from.recovery();
    bounds = from.bounds();
    fuzz = from.fuzz();
    found = from.found();
  }

  Scenario scenario() {
    return new Scenario(
        name,
        about,
        recorded,
        seed,
        chance,
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
        fuzz,
        found);
  }
}
