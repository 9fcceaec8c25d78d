package dev.faultline.engine;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the queue: something that will happen. Entries are recycled; nobody may hold on to
 * one after it fired, unless it was kept.
 */
public final class Event {
  final int slot;
  boolean kept;

  /** How often this object was recycled: tells a new use from the old one. */
  short uses;

  @Nullable Receiver receiver;

  /** What it is about: a message, a timer, a callback. */
  public @Nullable Object subject;

  /** Who it comes from, if anyone: the name of a node. */
  public @Nullable Object origin;

  /** A hash of the origin's name, to be at hand without looking at the name. */
  public long originKey;

  /** Who it is meant for, if that is not the receiver itself. */
  public @Nullable Object destination;

  /** Which lives of nodes it belongs to; how, is the receiver's business. */
  public int life;

  /** The number of the event that caused it; 0 for what the scenario itself caused. */
  public long cause;

  /** A small number that the receiver chose. */
  public byte code;

  Event(int slot) {
    this.slot = slot;
  }

  /** Takes the entry out of recycling; give it back with {@link Engine#release}. */
  public void keep() {
    kept = true;
  }

  void clear() {
    receiver = null;
    subject = null;
    origin = null;
    destination = null;
    cause = 0;
    kept = false;
    uses++;
  }
}
