package dev.faultline.node;

import dev.faultline.engine.Engine;
import dev.faultline.engine.Event;
import dev.faultline.engine.Receiver;
import dev.faultline.trace.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * A timer with at most one live entry in the queue. Restarting it to a later time only writes the
 * time down; the entry moves on when it comes up.
 */
final class LifeTimer implements Timer, Receiver {
  /** Nine years: longer than any run, and far from any overflow. */
  private static final long NEVER = 1L << 58;

  private final Life<?> life;
  private final Machine<?> machine;
  private final World world;
  private final TypeName type;
  private final Runnable action;

  private boolean running;
  private long dueElapsed;
  private long due;
  private long sequence;
  private long cause;
  private @Nullable Event queued;
  private long queuedTime;
  private long queuedSequence;
  private @Nullable Event fired;

  LifeTimer(Life<?> life, Machine<?> machine, World world, String name, Runnable action) {
    this.life = life;
    this.machine = machine;
    this.world = world;
    this.type = world.names().of(name);
    this.action = action;
  }

  @Override
  public void restart(long delayNanos) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("a timer's delay is not negative, got " + delayNanos);
    }
    life.requireAlive();
    running = true;
    fired = null;
    dueElapsed = machine.clock().elapsed() + Math.min(delayNanos, NEVER);
    sequence = world.engine().nextSequence();
    cause = world.recorder().current();
    arm();
  }

  /** The clock runs at another speed now. */
  void rearm() {
    if (running && fired == null) {
      arm();
    }
  }

  private void arm() {
    due = Math.max(world.engine().now(), machine.clock().whenElapsed(dueElapsed));
    if (queued != null && queuedTime <= due) {
      return;
    }
    if (queued != null) {
      Engine.defuse(queued);
    }
    queued = world.engine().schedule(due, sequence, this);
    queuedTime = due;
    queuedSequence = sequence;
    queued.subject = this;
  }

  @Override
  public void cancel() {
    running = false;
    fired = null;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The entry came up: time to fire, or only to move on. */
  @Override
  public void fire(Event event) {
    if (!running || event != queued) {
      if (event == queued) {
        queued = null;
      }
    } else if (queuedTime != due || queuedSequence != sequence) {
      queuedTime = due;
      queuedSequence = sequence;
      world.engine().reschedule(event, due, sequence);
    } else {
      queued = null;
      fired = event;
      event.cause = cause;
      machine.timerFired(this, event);
    }
  }

  /** Is this entry still the one to act on? It may have waited while the timer was stopped. */
  boolean takes(Event event) {
    if (fired != event) {
      return false;
    }
    fired = null;
    running = false;
    return true;
  }

  TypeName type() {
    return type;
  }

  Runnable action() {
    return action;
  }
}
