package dev.faultline.trace;

import dev.faultline.values.NodeId;
import java.util.Optional;

/** A line of a trace. Times are virtual nanoseconds. */
public sealed interface TraceEntry {
  /** When it happened. */
  long time();

  /**
   * A numbered event.
   *
   * @param id its number, from 1
   * @param peer the sender of a message
   * @param type the message's class, the timer's name, the fault's id
   * @param content the message or operation, in text
   * @param cause the event that caused it; 0 for the scenario itself
   */
  record Handled(
      long id,
      long time,
      EventKind kind,
      NodeId node,
      Optional<NodeId> peer,
      String type,
      String content,
      long cause)
      implements TraceEntry {}

  /** A fact that a node reported in an event. */
  record Reported(long event, long time, NodeId node, Fact fact) implements TraceEntry {}

  /**
   * A message that reached nobody.
   *
   * @param event the event that sent it, or after which it arrived
   * @param why {@code lost}, {@code cut}, {@code down}, {@code corrupt}
   */
  record Lost(long event, long time, NodeId from, NodeId to, String type, String why)
      implements TraceEntry {}

  /** A message that was sent. */
  record Sent(long event, long time, NodeId from, NodeId to, String type, String content)
      implements TraceEntry {}
}
