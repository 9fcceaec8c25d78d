package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a log of beginnings and ends, in the order in which they happened, into a history. The time
 * of an event is its position in the log.
 */
final class EventLog {
  private record Open(long id, long time, Record operation) {}

  private final Map<Long, Open> open = new TreeMap<>();
  private final List<Operation> operations = new ArrayList<>();
  private long time;
  private long ids;

  void begin(long process, Record operation) {
    open.put(process, new Open(ids++, time++, operation));
  }

  /** The operation that a process is at. */
  Record current(long process) {
    return open.get(process).operation();
  }

  void ok(long process, Record result) {
    end(process, new Outcome.Ok<>(result));
  }

  void failed(long process) {
    end(process, new Outcome.Failed<>("failed"));
  }

  void unknown(long process) {
    end(process, new Outcome.Unknown<>());
  }

  private void end(long process, Outcome<?> outcome) {
    Open begun = open.remove(process);
    NodeId client = NodeId.of("p" + process);
    operations.add(
        new Operation(
            begun.id(),
            client,
            process,
            begun.operation(),
            outcome,
            begun.time(),
            begun.time(),
            time++));
  }

  /** The history; what is still open has an unknown outcome. */
  List<Operation> history() {
    List.copyOf(open.keySet()).forEach(this::unknown);
    operations.sort(Comparator.comparingLong(Operation::id));
    return List.copyOf(operations);
  }
}
