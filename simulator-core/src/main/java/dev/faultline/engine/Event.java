package dev.faultline.engine;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the queue: something that will happen. Entries are recycled; nobody may hold on to
 * one after it fired, unless it was kept.
 */
public final class Event {
  final int slot;
  long time;
  long sequence;
  boolean kept;

  /** How often this object was recycled: tells a new use from the old one. */
  int uses;

  @Nullable Receiver receiver;

  /** What it is about: a message, a timer, a callback. */
  public @Nullable Object subject;

  /** Who it comes from, if anyone. */
  public @Nullable Object origin;

  /** Who it is meant for, if that is not the receiver itself. */
  public @Nullable Object destination;

  /** Which life of its receiver or destination it is meant for. */
  public long life;

  /** Which life its origin was in. */
  public long lifeOfOrigin;

  /** The number of the event that caused it; 0 for what the scenario itself caused. */
  public long cause;

  /** A small number that the receiver chose. */
  public int code;

  Event(int slot) {
    this.slot = slot;
  }

  /** When it happens, virtual nanoseconds. */
  public long time() {
    return time;
  }

  /** Its place among entries of the same time. */
  public long sequence() {
    return sequence;
  }

  /** Takes the entry out of recycling; give it back with {@link Engine#release}. */
  public void keep() {
    kept = true;
  }

  /** Is it before another in the total order of events? */
  public boolean isBefore(Event other) {
    return time != other.time ? time < other.time : sequence < other.sequence;
  }

  void clear() {
    receiver = null;
    subject = null;
    origin = null;
    destination = null;
    kept = false;
    uses++;
  }
}
