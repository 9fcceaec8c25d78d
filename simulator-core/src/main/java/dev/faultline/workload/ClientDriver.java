package dev.faultline.workload;

import dev.faultline.engine.Engine;
import dev.faultline.engine.Event;
import dev.faultline.history.History;
import dev.faultline.history.Outcome;
import dev.faultline.node.Machine;
import dev.faultline.trace.Recorder;
import dev.faultline.trace.TypeName;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Makes one client perform its operations, one at a time, each within the time limit. */
final class ClientDriver {
  /** A closed loop whose operations fail at once must not stop time. */
  private static final long PAUSE_AFTER_FAILURE = 1_000_000;

  private final Engine engine;
  private final Recorder recorder;
  private final History history;
  private final Machine<?> machine;
  private final int index;
  private final int clients;
  private final OperationSource source;
  private final LongFunction<Record> probes;
  private final long end;
  private final List<PlannedOperation> recording;
  private final Deque<OperationSource.Due> queue = new ArrayDeque<>();

  private long timeout;
  private long process;
  private @Nullable Open open;
  private boolean starting;
  private @Nullable Event watchdog;
  private OperationSource.@Nullable Due probe;
  private long attempts;
  private boolean progressed;
  private boolean generating = true;

  /** The operation that is going on. */
  private static final class Open {
    private final OperationSource.Due due;
    private final int id;
    private final long deadline;

    Open(OperationSource.Due due, int id, long deadline) {
      this.due = due;
      this.id = id;
      this.deadline = deadline;
    }
  }

  /**
   * @param probes the n-th attempt to show that the system works, from 1
   * @param recording gets what was due
   */
  ClientDriver(
      Engine engine,
      Recorder recorder,
      History history,
      Machine<?> machine,
      int index,
      int clients,
      OperationSource source,
      LongFunction<Record> probes,
      long timeout,
      long end,
      List<PlannedOperation> recording) {
    this.engine = engine;
    this.recorder = recorder;
    this.history = history;
    this.machine = machine;
    this.index = index;
    this.clients = clients;
    this.source = source;
    this.probes = probes;
    this.timeout = timeout;
    this.end = end;
    this.recording = recording;
    this.process = index;
  }

  NodeId client() {
    return machine.id();
  }

  void begin() {
    scheduleNext(0);
  }

  private void scheduleNext(long pause) {
    OperationSource.Due next = source.next(engine.now() + pause);
    if (next != null && next.time() < end) {
      engine.scheduleOperation(next.time(), index, event -> due(next));
    }
  }

  private void due(OperationSource.Due due) {
    if (!generating) {
      return;
    }
    recording.add(
        new PlannedOperation(Duration.ofNanos(due.time()), machine.id(), due.operation()));
    queue.add(due);
    if (!source.isClosedLoop()) {
      scheduleNext(0);
    }
    startNext();
  }

  private void startNext() {
    if (open == null && !starting && !queue.isEmpty()) {
      starting = true;
      engine.scheduleOperation(engine.now(), index, this::start);
    }
  }

  private void start(Event event) {
    starting = false;
    dropExpired();
    OperationSource.Due due = queue.poll();
    if (due == null) {
      return;
    }
    long now = engine.now();
    int id = history.start(machine.id(), process, due.operation(), due.time(), now);
    Open begun = new Open(due, id, now + timeout);
    open = begun;
    if (!machine.isUp()) {
      done(begun, new Outcome.Failed<>("the client is down"));
      return;
    }
    watch(begun.deadline);
    Record operation = due.operation();
    machine.call(
        event, TypeName.of(operation.getClass()), operation, () -> invoke(begun, operation));
  }

  /** What waited for its client longer than the time limit never starts. */
  private void dropExpired() {
    OperationSource.Due first = queue.peek();
    while (first != null && first != probe && first.time() + timeout < engine.now()) {
      queue.remove();
      neverStarted(first, "it waited longer than its time limit");
      first = queue.peek();
    }
  }

  private void neverStarted(OperationSource.Due due, String why) {
    long now = engine.now();
    int id = history.start(machine.id(), process, due.operation(), due.time(), now);
    recorder.add(now, history.end(id, new Outcome.Failed<>(why), now));
  }

  @SuppressWarnings("unchecked")
  private void invoke(Open begun, Record operation) {
    if (machine.program() instanceof Client<?, ?, ?> client) {
      ((Client<?, Object, Object>) client)
          .invoke(operation, (Consumer<Outcome<Object>>) outcome -> done(begun, outcome));
    }
  }

  private void done(Open which, Outcome<?> outcome) {
    if (open == which) {
      open = null;
      over(which, outcome);
    }
  }

  private void over(Open which, Outcome<?> outcome) {
    recorder.add(engine.now(), history.end(which.id, outcome, engine.now()));
    if (outcome instanceof Outcome.Unknown<?>) {
      process += clients;
    }
    if (which.due == probe) {
      progressed = outcome instanceof Outcome.Ok<?>;
      if (!progressed && machine.isUp()) {
        engine.schedule(engine.now() + PAUSE_AFTER_FAILURE, event -> probeAgain());
      }
    } else if (source.isClosedLoop() && generating) {
      scheduleNext(outcome instanceof Outcome.Failed<?> ? PAUSE_AFTER_FAILURE : 0);
    }
    startNext();
  }

  /** One entry in the queue watches over all time limits; it moves on when it comes up early. */
  private void watch(long deadline) {
    if (watchdog == null) {
      watchdog = engine.schedule(deadline, this::limitReached);
    }
  }

  private void limitReached(Event event) {
    Open current = open;
    if (current == null) {
      watchdog = null;
    } else if (current.deadline > engine.now()) {
      engine.reschedule(event, current.deadline, engine.nextSequence());
    } else {
      watchdog = null;
      open = null;
      over(current, new Outcome.Unknown<>());
    }
  }

  /**
   * The faults are over: once what is open has ended, shows that the system works.
   *
   * @param patience how long each attempt is kept up, nanoseconds
   */
  void probe(long patience) {
    generating = false;
    timeout = patience;
    queue.clear();
    probeAgain();
  }

  private void probeAgain() {
    OperationSource.Due due = new OperationSource.Due(engine.now(), probes.apply(++attempts));
    probe = due;
    queue.add(due);
    startNext();
  }

  /** Has this client shown that the system works? */
  boolean hasProgressed() {
    return progressed;
  }

  /** Has this client not yet shown that the system works, though it could? */
  boolean isStuck() {
    return !progressed && machine.isUp();
  }

  /** Ends what is open. What still waits within its limit was never asked for and is not judged. */
  void end() {
    queue.clear();
    Open current = open;
    if (current != null) {
      open = null;
      recorder.add(engine.now(), history.end(current.id, new Outcome.Unknown<>(), engine.now()));
    }
  }
}
