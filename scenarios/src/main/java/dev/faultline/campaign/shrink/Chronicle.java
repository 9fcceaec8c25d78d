package dev.faultline.campaign.shrink;

import dev.faultline.simulation.Options;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.TraceEntry;
import dev.faultline.trace.TraceEntry.Handled;
import dev.faultline.trace.TraceEntry.Lost;
import dev.faultline.trace.TraceEntry.Reported;
import dev.faultline.trace.TraceEntry.Sent;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that happened in the run of a sample, step by step. */
final class Chronicle implements Consumer<TraceEntry> {
  private final List<Handled> events = new ArrayList<>();
  private final List<Reported> facts = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();

  /** Messages by who sent what to whom in which event; looked up, never listed. */
  private final Map<Key, Message> latest = new HashMap<>();

  private record Key(long event, NodeId from, NodeId to, String type, String content) {}

  /** A message, and what became of it. Times are virtual nanoseconds. */
  static final class Message {
    private final Sent sent;
    private final List<Long> arrivals = new ArrayList<>();

    Message(Sent sent) {
      this.sent = sent;
    }

    NodeId from() {
      return sent.from();
    }

    NodeId to() {
      return sent.to();
    }

    String type() {
      return sent.type();
    }

    /** When it was sent. */
    long time() {
      return sent.time();
    }

    /** How long it took to be handled; without end for one that reached nobody. */
    long travel() {
      return arrivals.isEmpty() || from().equals(to())
          ? Long.MAX_VALUE
          : arrivals.getFirst() - time();
    }

    /** When it was handled: never, once, or twice for one that was duplicated. */
    List<Long> arrivals() {
      return List.copyOf(arrivals);
    }
  }

  private Chronicle() {}

  /** Runs a sample once more and writes everything down. */
  static Chronicle of(Sample sample, Lab lab) {
    Chronicle chronicle = new Chronicle();
    lab.run(sample.scenario(), Options.DEFAULT.tracing(chronicle));
    return chronicle;
  }

  @Override
  public void accept(TraceEntry entry) {
    switch (entry) {
      case Handled handled -> handle(handled);
      case Reported reported -> facts.add(reported);
      case Sent sent -> send(sent);
      case Lost lost -> {} // a message without an arrival
    }
  }

  private void send(Sent entry) {
    Message message = new Message(entry);
    messages.add(message);
    latest.put(
        new Key(entry.event(), entry.from(), entry.to(), entry.type(), entry.content()), message);
  }

  private void handle(Handled event) {
    events.add(event);
    if (event.kind() == EventKind.MESSAGE) {
      NodeId from = event.peer().orElseThrow();
      Message message =
          latest.get(new Key(event.cause(), from, event.node(), event.type(), event.content()));
      if (message != null) {
        message.arrivals.add(event.time());
      }
    }
  }

  /** The numbered events, in order. */
  List<Handled> events() {
    return events;
  }

  /** The facts, in order. */
  List<Reported> facts() {
    return facts;
  }

  /** The messages, in the order of sending. */
  List<Message> messages() {
    return messages;
  }
}
