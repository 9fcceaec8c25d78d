package dev.faultline.simulation;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.network.NetworkSettings;
import dev.faultline.random.Chance;
import dev.faultline.random.Distribution;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that decides a run, but for the protocol's own configuration.
 *
 * @param seed the seed of every random decision
 * @param chance how random decisions are answered, other than by the seed alone
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
    Chance chance,
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

  /** A world without faults and clients, with default disks and true clocks. */
  public static RunSettings calm(long seed, Duration duration, List<NodeId> nodes) {
    return new RunSettings(
        seed,
        Chance.PLAIN,
        duration,
        nodes,
        NetworkSettings.CALM,
        DiskSettings.DEFAULT,
        ClockSettings.TRUE,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        true,
        Bounds.DEFAULT);
  }

  /** The same with another network. */
  public RunSettings with(NetworkSettings other) {
    return edited(draft -> draft.network = other);
  }

  /** The same with other disks. */
  public RunSettings with(DiskSettings other) {
    return edited(draft -> draft.disk = other);
  }

  /** The same with other clocks. */
  public RunSettings with(ClockSettings other) {
    return edited(draft -> draft.clock = other);
  }

  /** The same with clients. */
  public RunSettings with(WorkloadSettings other) {
    return edited(draft -> draft.workload = Optional.of(other));
  }

  /** The same with other bounds. */
  public RunSettings with(Bounds other) {
    return edited(draft -> draft.bounds = other);
  }

  /** The same with these faults. */
  public RunSettings withFaults(List<FaultAction> explicit, List<FaultRule> repeated) {
    return edited(draft -> {
      draft.actions = explicit;
      draft.rules = repeated;
    });
  }

  /** A replay of recorded faults and operations: nothing is drawn in their place. */
  public RunSettings replaying(
      List<FaultAction> recordedActions, List<PlannedOperation> recordedOperations) {
    return edited(draft -> {
      draft.actions = recordedActions;
      draft.rules = List.of();
      draft.operations = recordedOperations;
      draft.replayed = true;
    });
  }

  private RunSettings edited(Consumer<Draft> edit) {
    Draft draft = new Draft(this);
    edit.accept(draft);
    return new RunSettings(
        seed,
        chance,
        duration,
        nodes,
        draft.network,
        draft.disk,
        draft.clock,
        service,
        draft.actions,
        draft.rules,
        draft.workload,
        draft.operations,
        draft.replayed,
        recovery,
        draft.bounds);
  }

  /** Settings while some of them are being replaced. */
  private static final class Draft {
    private NetworkSettings network;
    private DiskSettings disk;
    private ClockSettings clock;
    private List<FaultAction> actions;
    private List<FaultRule> rules;
    private Optional<WorkloadSettings> workload;
    private List<PlannedOperation> operations;
    private boolean replayed;
    private Bounds bounds;

    Draft(RunSettings from) {
      network = from.network;
      disk = from.disk;
      clock = from.clock;
      actions = from.actions;
      rules = from.rules;
      workload = from.workload;
      operations = from.operations;
      replayed = from.replayed;
      bounds = from.bounds;
    }
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
