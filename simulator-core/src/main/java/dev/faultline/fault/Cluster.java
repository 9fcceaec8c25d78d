package dev.faultline.fault;

import dev.faultline.node.Machine;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The machines of a run: servers, which faults aim at, and clients, which they may name. */
public final class Cluster {
  private final Map<NodeId, Machine<?>> machines = new TreeMap<>();
  private final List<Machine<?>> servers = new ArrayList<>();

  /** Nodes by when they last came to lead, the newest last. */
  private final List<NodeId> leaders = new ArrayList<>();

  /** Adds a server. */
  public void addServer(Machine<?> machine) {
    machines.put(machine.id(), machine);
    servers.add(machine);
  }

  /** Adds a client. */
  public void addClient(Machine<?> machine) {
    machines.put(machine.id(), machine);
  }

  /** All servers, in order. */
  public List<Machine<?>> servers() {
    return servers;
  }

  /** Is it a server? */
  boolean isServer(NodeId node) {
    return servers.stream().anyMatch(machine -> machine.id().equals(node));
  }

  /** The servers that are up, in order. */
  public List<Machine<?>> serversUp() {
    return servers.stream().filter(Machine::isUp).toList();
  }

  /** All machines, by name. */
  public Iterable<Machine<?>> all() {
    return machines.values();
  }

  /**
   * The machine of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Machine<?> get(NodeId id) {
    Machine<?> machine = machines.get(id);
    if (machine == null) {
      throw new IllegalArgumentException("there is no node " + id);
    }
    return machine;
  }

  /** A node reported that it leads. */
  void leads(NodeId node) {
    leaders.remove(node);
    leaders.add(node);
  }

  /** The machine of the newest leadership that is up; null when there is none. */
  public @Nullable Machine<?> leader() {
    for (int i = leaders.size() - 1; i >= 0; i--) {
      Machine<?> machine = machines.get(leaders.get(i));
      if (machine != null && machine.isUp()) {
        return machine;
      }
    }
    return null;
  }
}
