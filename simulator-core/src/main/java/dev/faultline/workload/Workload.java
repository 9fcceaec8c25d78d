package dev.faultline.workload;

import dev.faultline.engine.Engine;
import dev.faultline.history.History;
import dev.faultline.node.Machine;
import dev.faultline.random.Choices;
import dev.faultline.service.Service;
import dev.faultline.trace.Recorder;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes clients perform their operations, and keeps the history. */
public final class Workload {
  private final Service service;
  private final List<ClientDriver> drivers = new ArrayList<>();
  private final List<PlannedOperation> due = new ArrayList<>();
  private final History history;

  /**
   * @param machines the machines of the clients, in order
   * @param operations explicit operations instead of generated ones
   * @param end when the fault phase ends, virtual nanoseconds: nothing is due later
   * @throws IllegalArgumentException when an explicit operation names a client that does not exist
   */
  public Workload(
      Engine engine,
      Recorder recorder,
      Choices choices,
      Service service,
      WorkloadSettings settings,
      List<Machine<?>> machines,
      Optional<List<PlannedOperation>> operations,
      long end) {
    this.service = service;
    this.history = new History();
    operations.orElse(List.of()).forEach(operation -> requireKnown(operation.client(), machines));
    KeyPicker keys = new KeyPicker(settings.keys());
    for (int i = 0; i < machines.size(); i++) {
      Machine<?> machine = machines.get(i);
      OperationSource source =
          operations.isPresent()
              ? listed(operations.get(), machine.id())
              : new GeneratedOperations(machine.id(), settings, service, choices, keys);
      String client = machine.id().name();
      drivers.add(
          new ClientDriver(
              engine,
              recorder,
              history,
              machine,
              i,
              machines.size(),
              source,
              attempt -> probe(client + "-probe-" + attempt),
              settings.timeout().toNanos(),
              end,
              due));
    }
  }

  private static void requireKnown(NodeId client, List<Machine<?>> machines) {
    if (machines.stream().noneMatch(machine -> machine.id().equals(client))) {
      throw new IllegalArgumentException("there is no client " + client);
    }
  }

  private static OperationSource listed(List<PlannedOperation> operations, NodeId client) {
    return new ListedOperations(
        operations.stream()
            .filter(operation -> operation.client().equals(client))
            .sorted(Comparator.comparing(PlannedOperation::at))
            .toList());
  }

  /** Schedules the first operation of every client. */
  public void begin() {
    drivers.forEach(ClientDriver::begin);
  }

  /**
   * The faults are over: every client drops what it has not started, lets what is open end, and
   * then performs one write to show that the system works; another one if that does not succeed.
   *
   * @param patienceNanos how long such a write is kept up
   */
  public void probe(long patienceNanos) {
    drivers.forEach(driver -> driver.probe(patienceNanos));
  }

  private Record probe(String value) {
    return service.kinds().stream()
        .map(kind -> service.draw(kind.name(), "k1", value, "none"))
        .filter(operation -> !service.readsOnly(operation))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(service.name() + " has nothing to write"));
  }

  /** The clients that are up and whose probe has not succeeded yet. */
  public List<NodeId> withoutProgress() {
    return drivers.stream().filter(ClientDriver::isStuck).map(ClientDriver::client).toList();
  }

  /** Is any client up whose probe has not succeeded yet? Asked after every event. */
  public boolean awaitsProgress() {
    for (int i = 0; i < drivers.size(); i++) {
      if (drivers.get(i).isStuck()) {
        return true;
      }
    }
    return false;
  }

  /** Has any client shown that the system works? */
  public boolean hasProgressed() {
    return drivers.stream().anyMatch(ClientDriver::hasProgressed);
  }

  /** Ends what is open: its outcome is unknown. */
  public void end() {
    drivers.forEach(ClientDriver::end);
  }

  /** Every operation so far. */
  public History history() {
    return history;
  }

  /** The operations as they were due, probes left out: a replay's list. */
  public List<PlannedOperation> recording() {
    return List.copyOf(due);
  }
}
