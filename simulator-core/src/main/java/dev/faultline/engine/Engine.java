package dev.faultline.engine;

import org.jspecify.annotations.Nullable;

/**
 * The event loop: virtual time and the queue of what will happen.
 *
 * <p>Entries run in the order of (time, sequence). At one instant the ends of faults come first,
 * then the beginnings of faults, then the operations of clients, then everything else in the order
 * in which it was scheduled; so a run from a recorded list has the same order as the run that
 * generated the list.
 */
public final class Engine {
  private static final long FIRST_FAULT = 1L << 24;
  private static final long FIRST_OPERATION = 1L << 25;
  private static final long FIRST_REGULAR = 1L << 26;

  private final EventQueue queue = new EventQueue();
  private long now;
  private long nextFaultEnd;
  private long nextFault = FIRST_FAULT;
  private long nextSequence = FIRST_REGULAR;

  /** Virtual time in nanoseconds. */
  public long now() {
    return now;
  }

  /** A sequence number for an entry that is to come after everything scheduled so far. */
  public long nextSequence() {
    return nextSequence++;
  }

  /** A sequence number for an entry that is to come before the faults of its instant. */
  public long nextSequenceBeforeFaults() {
    return nextFaultEnd++;
  }

  /**
   * Schedules something.
   *
   * @param time when, virtual nanoseconds, not before now
   * @return the entry, for its other fields to be filled at once
   */
  public Event schedule(long time, Receiver receiver) {
    return schedule(time, nextSequence++, receiver);
  }

  /** Schedules something at a place in the order that was reserved earlier. */
  public Event schedule(long time, long sequence, Receiver receiver) {
    if (time < now) {
      throw new IllegalArgumentException("scheduled for " + time + ", but it is " + now);
    }
    Event event = queue.acquire();
    event.receiver = receiver;
    queue.add(event, time, sequence);
    return event;
  }

  /** Schedules the end of a fault: before everything else of its instant. */
  public Event scheduleFaultEnd(long time, Receiver receiver) {
    return schedule(time, nextFaultEnd++, receiver);
  }

  /** Schedules the beginning of a fault: before everything of its instant but ends of faults. */
  public Event scheduleFault(long time, Receiver receiver) {
    return schedule(time, nextFault++, receiver);
  }

  /** Schedules a client's operation: after the faults of its instant, in the order of clients. */
  public Event scheduleOperation(long time, int client, Receiver receiver) {
    return schedule(time, FIRST_OPERATION + client, receiver);
  }

  /** Puts the entry that is just firing back, for later. */
  public void reschedule(Event event, long time, long sequence) {
    event.kept = true;
    queue.add(event, time, sequence);
  }

  /** An entry that is not in the queue, as if it had fired now. */
  public Event detached(Receiver receiver) {
    Event event = queue.acquire();
    event.receiver = receiver;
    event.kept = true;
    return event;
  }

  /** Takes back an entry that was kept and is not in the queue. */
  public void release(Event event) {
    queue.release(event);
  }

  /** Is anything left to happen? */
  public boolean isIdle() {
    return queue.isEmpty();
  }

  /** When the next entry is due; {@link Long#MAX_VALUE} when there is none. */
  public long nextTime() {
    return queue.isEmpty() ? Long.MAX_VALUE : queue.firstTime();
  }

  /** How many entries are waiting. */
  public int pending() {
    return queue.size();
  }

  /** Shows every waiting entry, in no particular order. */
  public void forEachPending(PendingVisitor visitor) {
    queue.forEach(visitor);
  }

  /** Looks at entries of the queue. */
  public interface PendingVisitor {
    /** One entry, with its place in the order. */
    void visit(Event event, long time, long sequence);
  }

  /** Moves time forward without running anything; not past the next entry. */
  public void advanceTo(long time) {
    if (time < now || time > nextTime()) {
      throw new IllegalArgumentException("cannot move from " + now + " to " + time);
    }
    now = time;
  }

  /** Fires the next entry; false when there is none. */
  public boolean step() {
    if (queue.isEmpty()) {
      return false;
    }
    now = queue.firstTime();
    fireNow(queue.poll());
    return true;
  }

  /** Fires an entry that is not in the queue. */
  public void fireNow(Event event) {
    event.kept = false;
    short use = event.uses;
    Receiver receiver = event.receiver;
    if (receiver != null) {
      receiver.fire(event);
    }
    if (!event.kept && event.uses == use) {
      queue.release(event);
    }
  }

  /** Makes a waiting entry do nothing when its time comes. */
  public static void defuse(Event event) {
    event.receiver = null;
  }

  /** Who a waiting entry is for; null when it was defused. */
  public static @Nullable Receiver receiverOf(Event event) {
    return event.receiver;
  }
}
