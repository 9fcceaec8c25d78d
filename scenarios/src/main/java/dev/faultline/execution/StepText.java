package dev.faultline.execution;

import dev.faultline.trace.TraceEntry;
import dev.faultline.values.NodeId;
import java.util.Optional;

/** Steps of a run in words. */
public final class StepText {
  private StepText() {}

  /** The number of the event that a step belongs to. */
  public static long event(TraceEntry entry) {
    return switch (entry) {
      case TraceEntry.Handled handled -> handled.id();
      case TraceEntry.Reported reported -> reported.event();
      case TraceEntry.Sent sent -> sent.event();
      case TraceEntry.Lost lost -> lost.event();
    };
  }

  /** A step in words, on one line: {@code n2 handles message Vote from n1: Vote[term=3]}. */
  public static String of(TraceEntry entry) {
    String text =
        switch (entry) {
          case TraceEntry.Handled handled -> handled(handled);
          case TraceEntry.Reported reported -> reported.node() + " reports " + reported.fact();
          case TraceEntry.Sent sent ->
              link(sent.from(), sent.to()) + " is sent " + contents(sent.type(), sent.content());
          case TraceEntry.Lost lost ->
              link(lost.from(), lost.to()) + " loses " + lost.type() + " (" + lost.why() + ")";
        };
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  private static String handled(TraceEntry.Handled handled) {
    return switch (handled.kind()) {
      case START -> handled.node() + " starts";
      case MESSAGE ->
          handled.node()
              + " handles "
              + contents(handled.type(), handled.content())
              + from(handled.peer());
      case TIMER -> "timer '" + handled.type() + "' of " + handled.node() + " fires";
      case SYNC -> "a sync of " + handled.node() + " is complete";
      case SYNC_FAILED -> "a sync of " + handled.node() + " has failed";
      case OPERATION ->
          handled.node() + " is asked for " + contents(handled.type(), handled.content());
      case FAULT -> "fault " + handled.type() + " begins" + on(handled.peer());
      case FAULT_END -> "fault " + handled.type() + " ends";
    };
  }

  private static String link(NodeId from, NodeId to) {
    return from + " -> " + to;
  }

  private static String contents(String type, String content) {
    return content.isEmpty() ? type : content;
  }

  private static String from(Optional<NodeId> peer) {
    return peer.map(node -> " from " + node).orElse("");
  }

  private static String on(Optional<NodeId> peer) {
    return peer.map(node -> " on " + node).orElse("");
  }
}
