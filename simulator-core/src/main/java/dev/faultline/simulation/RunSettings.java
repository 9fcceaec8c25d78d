package dev.faultline.simulation;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.network.NetworkSettings;
import dev.faultline.random.Distribution;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides a run, but for the protocol's own configuration.
 *
 * @param seed the seed of every random decision
 * @param duration length of the fault phase
 * @param nodes the servers, in order
 * @param network links between all nodes
 * @param disk disks of all servers
 * @param clock clocks of all nodes
 * @param service how long a server takes to serve one message; empty for no time
 * @param actions explicit faults
 * @param rules faults that repeat
 * @param workload what clients do; empty for a run without generated clients
 * @param operations explicit operations; they replace the generated ones when there are any or
 *     {@code replayed} says so
 * @param replayed the actions and operations are a recording: rules and the workload's generator
 *     stay off
 * @param recovery is the calm after the fault phase part of the run, with its bound judged?
 * @param bounds where a run gives up
 */
public record RunSettings(
    long seed,
    Duration duration,
    List<NodeId> nodes,
    NetworkSettings network,
    DiskSettings disk,
    ClockSettings clock,
    Optional<Distribution> service,
    List<FaultAction> actions,
    List<FaultRule> rules,
    Optional<WorkloadSettings> workload,
    List<PlannedOperation> operations,
    boolean replayed,
    boolean recovery,
    Bounds bounds) {
  public RunSettings {
    nodes = List.copyOf(nodes);
    actions = List.copyOf(actions);
    rules = List.copyOf(rules);
    operations = List.copyOf(operations);
  }

  /**
   * Where a run gives up and is undecided.
   *
   * @param events in the whole run
   * @param eventsPerInstant at one moment of virtual time
   */
  public record Bounds(long events, long eventsPerInstant) {
    public static final Bounds DEFAULT = new Bounds(500_000_000L, 1_000_000L);
  }
}
