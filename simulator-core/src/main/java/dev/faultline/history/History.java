package dev.faultline.history;

import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Collects the operations of a run. */
public final class History {
  private final List<Operation> operations = new ArrayList<>();

  /** A place for an operation that starts now; fill it with {@link #end}. */
  public int start(NodeId client, long process, Record operation, long intended, long invoked) {
    int id = operations.size();
    operations.add(
        new Operation(
            id, client, process, operation, new Outcome.Unknown<>(), intended, invoked, invoked));
    return id;
  }

  /** An operation has ended. */
  public Operation end(int id, Outcome<?> outcome, long now) {
    Operation started = operations.get(id);
    Operation ended =
        new Operation(
            started.id(),
            started.client(),
            started.process(),
            started.operation(),
            outcome,
            started.intended(),
            started.invoked(),
            now);
    operations.set(id, ended);
    return ended;
  }

  /** How many operations there are so far. */
  public int size() {
    return operations.size();
  }

  /** All operations, by invocation. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }
}
