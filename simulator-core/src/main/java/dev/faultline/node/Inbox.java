package dev.faultline.node;

import dev.faultline.engine.Engine;
import dev.faultline.engine.Event;
import dev.faultline.engine.Receiver;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a machine, first come first served: one handler at a time, each after its service
 * time and each in a step of its own, none while the machine is paused.
 */
final class Inbox implements Receiver {
  /** What an entry asks for. */
  enum Work {
    MESSAGE,
    TIMER,
    SYNC,
    SYNC_FAILED,
    CALL
  }

  private record Entry(Event event, Work work) {}

  private final Machine<?> machine;
  private final Engine engine;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private @Nullable Entry inService;
  private @Nullable Event serviceEnd;
  private long serviceEnds;
  private boolean serviceOver;

  Inbox(Machine<?> machine, Engine engine) {
    this.machine = machine;
    this.engine = engine;
  }

  /**
   * Takes an entry whose time has come, behind those that wait; handles what it can.
   *
   * @return whether the entry is done with, because nobody is there; otherwise it is kept
   */
  boolean offer(Event event, Work work) {
    if (!machine.isUp()) {
      return true;
    }
    event.keep();
    waiting.add(new Entry(event, work));
    machine.noticeFree();
    drain();
    return false;
  }

  /** Handles the next entry if it can be handled now; a further one is in service meanwhile. */
  void drain() {
    boolean handled = false;
    if (serviceOver && !machine.isPaused()) {
      finishService();
      handled = true;
    }
    while (!waiting.isEmpty() && inService == null && !machine.isPaused()) {
      Entry next = waiting.remove();
      long takes = machine.serviceNanos(next.work());
      if (takes > 0 || handled) {
        inService = next;
        scheduleEnd(engine.now() + takes);
        return;
      }
      complete(next);
      handled = true;
    }
    machine.noticeFree();
  }

  private void scheduleEnd(long time) {
    serviceEnds = time;
    serviceEnd = engine.schedule(time, this);
  }

  /** What is in service takes no longer than if it began now. */
  void hasten() {
    if (inService == null || serviceEnd == null) {
      return;
    }
    long soonest = engine.now() + machine.serviceNanos(inService.work());
    if (soonest < serviceEnds) {
      Engine.defuse(serviceEnd);
      scheduleEnd(soonest);
    }
  }

  /** Is nothing waiting and nothing in service? */
  boolean isEmpty() {
    return waiting.isEmpty() && inService == null;
  }

  /** The time of the entry in service is over. */
  @Override
  public void fire(Event event) {
    if (event != serviceEnd) {
      return;
    }
    serviceEnd = null;
    serviceOver = true;
    drain();
  }

  private void finishService() {
    Entry done = inService;
    inService = null;
    serviceOver = false;
    if (done != null) {
      complete(done);
    }
  }

  private void complete(Entry entry) {
    machine.handle(entry.event(), entry.work());
    engine.release(entry.event());
  }

  /** Forgets everything. */
  void clear() {
    waiting.forEach(entry -> engine.release(entry.event()));
    waiting.clear();
    if (inService != null) {
      engine.release(inService.event());
      inService = null;
    }
    if (serviceEnd != null) {
      Engine.defuse(serviceEnd);
      serviceEnd = null;
    }
    serviceOver = false;
  }
}
