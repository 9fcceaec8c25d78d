package dev.faultline.campaign.shrink;

import dev.faultline.campaign.shrink.Chronicle.Message;
import dev.faultline.check.Model;
import dev.faultline.fault.FaultSpan;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.TraceEntry.Handled;
import dev.faultline.trace.TraceEntry.Reported;
import dev.faultline.values.Durations;
import dev.faultline.workload.WorkloadSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps of a run up to its violation: faults, requests of clients, deliveries, and timers that
 * fired and did something that shows: a fact, or a message that was delivered. A timer that shows
 * in neither is no step, though it may have changed its node.
 */
final class Story {
  private final Sample sample;
  private final Chronicle chronicle;
  private final long end;

  /** The facts of each event, and which events had consequences; looked up, never listed. */
  private final Map<Long, List<String>> facts = new HashMap<>();

  private final Set<Long> consequential = new HashSet<>();

  private final List<Step> steps = new ArrayList<>();

  private Story(Sample sample, Chronicle chronicle) {
    this.sample = sample;
    this.chronicle = chronicle;
    this.end = sample.stepsEnd();
    for (Reported fact : chronicle.facts()) {
      facts.computeIfAbsent(fact.event(), event -> new ArrayList<>()).add(fact.fact().inWords());
    }
    chronicle.events().reversed().forEach(this::followBack);
    chronicle.events().stream().filter(this::isStep).map(this::step).forEach(steps::add);
  }

  /** Runs a sample once more and tells what happens in it. */
  static Story of(Sample sample, Lab lab) {
    return new Story(sample, Chronicle.of(sample, lab));
  }

  /** The steps, in order. */
  List<Step> steps() {
    return steps;
  }

  /**
   * The messages between nodes that were delivered before the end, in the order of sending. Those
   * of the recovery are left out: nothing can be done to them.
   */
  List<Message> deliveries() {
    return chronicle.messages().stream()
        .filter(message -> !message.from().equals(message.to()))
        .filter(message -> message.time() < sample.scenario().duration().toNanos())
        .filter(message -> message.arrivals().stream().anyMatch(arrival -> arrival <= end))
        .toList();
  }

  /** A delivery has the event that sent the message to thank; a sync, what was written before. */
  private void followBack(Handled event) {
    if (facts.containsKey(event.id())) {
      consequential.add(event.id());
    }
    boolean delivered = event.kind() == EventKind.MESSAGE;
    boolean synced = event.kind() == EventKind.SYNC && consequential.contains(event.id());
    if (event.time() <= end && (delivered || synced)) {
      consequential.add(event.cause());
    }
  }

  private boolean isStep(Handled event) {
    return event.time() <= end
        && switch (event.kind()) {
          case MESSAGE -> !event.peer().filter(event.node()::equals).isPresent();
          case TIMER -> consequential.contains(event.id());
          case OPERATION -> event.time() < end; // one that is asked then comes too late
          case FAULT -> fault(event).isPresent();
          case START, SYNC, SYNC_FAILED, FAULT_END -> false;
        };
  }

  private Step step(Handled event) {
    String who = event.kind() == EventKind.FAULT ? "fault" : event.node().name();
    return new Step(event.time(), who, what(event), consequences(event));
  }

  private String what(Handled event) {
    return switch (event.kind()) {
      case MESSAGE -> event.type() + " from " + event.peer().orElseThrow() + " arrives";
      case TIMER -> event.type() + " fires";
      case OPERATION -> request(event);
      case FAULT -> fault(event).map(Story::words).orElse(event.type());
      case START, SYNC, SYNC_FAILED, FAULT_END -> event.type();
    };
  }

  /** What the event itself reported, and what was reported when what it wrote was on the disk. */
  private List<String> consequences(Handled event) {
    Stream<String> synced =
        chronicle.events().stream()
            .filter(other -> other.kind() == EventKind.SYNC && other.cause() == event.id())
            .flatMap(other -> facts.getOrDefault(other.id(), List.of()).stream());
    Stream<String> own = facts.getOrDefault(event.id(), List.of()).stream();
    return Stream.of(own, synced, answers(event)).flatMap(words -> words).toList();
  }

  // Faults.

  /** The fault that begins with an event; empty for the loss of a message that is not needed. */
  private Optional<FaultSpan> fault(Handled event) {
    return sample.result().faults().stream()
        .filter(span -> span.from() == event.time() && span.kind().equals(event.type()))
        .filter(span -> !span.id().startsWith(Deliveries.LOST))
        .findFirst();
  }

  private static String words(FaultSpan span) {
    String label = span.label().contains("|") ? "partition " + span.label() : span.label();
    return label + " for " + Durations.format(span.to() - span.from());
  }

  // Clients.

  private String request(Handled event) {
    return history()
        .filter(each -> each.client().equals(event.node()) && each.invoked() == event.time())
        .findFirst()
        .map(operation -> "asks: " + request(operation))
        .orElse(event.content());
  }

  private Stream<String> answers(Handled event) {
    if (event.kind() == EventKind.OPERATION) {
      return Stream.of();
    }
    return history()
        .filter(each -> each.client().equals(event.node()) && each.completed() == event.time())
        .flatMap(operation ->
            operation.outcome() instanceof Outcome.Ok<?>(Object result)
                ? Stream.of(words(operation, result))
                : Stream.of());
  }

  private Stream<Operation> history() {
    return sample.result().history().stream();
  }

  private String request(Operation operation) {
    return service()
        .map(service ->
            service.kindOf(operation.operation())
                + " "
                + String.join(" ", service.fields(operation.operation()).values()))
        .orElseGet(() -> operation.operation().toString());
  }

  @SuppressWarnings("unchecked") // The operations of a history are those of its service's model.
  private String words(Operation operation, Object result) {
    return service()
        .flatMap(Service::model)
        .map(model ->
            ((Model<?, Object, Object>) model).describe(operation.operation(), Optional.of(result)))
        .orElseGet(() -> operation.operation().toString());
  }

  private Optional<Service> service() {
    return sample.scenario().workload().map(WorkloadSettings::service).map(Services::named);
  }
}
