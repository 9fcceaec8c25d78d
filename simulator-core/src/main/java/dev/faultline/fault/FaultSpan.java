package dev.faultline.fault;

import dev.faultline.values.NodeId;
import java.util.List;

/**
 * A fault as it happened, for people and charts.
 *
 * @param id of its action
 * @param kind the key of its effect in the scenario language: {@code partition}, {@code crash}
 * @param label a few words: {@code "n1 n2 | n3 n4 n5"}, {@code "crash n4"}
 * @param nodes whom it hit
 * @param from virtual nanoseconds
 * @param to when it ended; the end of the fault phase for one that nothing ended earlier
 * @param skipped why it did nothing; empty when it did something
 */
public record FaultSpan(
    String id, String kind, String label, List<NodeId> nodes, long from, long to, String skipped) {
  public FaultSpan {
    nodes = List.copyOf(nodes);
  }
}
