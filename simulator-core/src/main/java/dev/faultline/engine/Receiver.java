package dev.faultline.engine;

/** Whoever an entry of the queue is for. */
public interface Receiver {
  /** The entry's time has come. It is recycled on return unless {@link Event#keep} was called. */
  void fire(Event event);
}
