package dev.faultline.clock;

import dev.faultline.engine.Engine;
import dev.faultline.values.Drift;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clocks of one node, in integer arithmetic: a monotonic clock that drifts, and a wall clock
 * that drifts alike and also jumps.
 */
public final class NodeClock implements InstantSource {
  /** Where wall clocks start: fixed, and not zero, so that code that expects a real date works. */
  public static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");

  private static final long BILLION = 1_000_000_000L;

  private final Engine engine;
  private long baseTrue;
  private long baseElapsed;
  private long rate = BILLION;
  private long wallOffset;
  private long origin;

  public NodeClock(Engine engine) {
    this.engine = engine;
  }

  /** Sets where the monotonic clock of a new life starts, in nanoseconds. */
  public void startLife(long newOrigin) {
    origin = newOrigin - elapsed();
  }

  /** What {@code Context.nanoTime} answers. */
  public long nanoTime() {
    return origin + elapsed();
  }

  /** Nanoseconds that passed on this clock since the run began; goes on over crashes. */
  public long elapsed() {
    return baseElapsed + scaled(engine.now() - baseTrue);
  }

  /**
   * When this clock will have passed a point, at its present speed: the earliest virtual time at
   * which {@link #elapsed} is at least that much.
   */
  public long whenElapsed(long elapsed) {
    long ahead = elapsed - baseElapsed;
    if (rate == BILLION) {
      return baseTrue + ahead;
    }
    long whole = Math.floorDiv(ahead, rate);
    long rest = Math.floorMod(ahead, rate);
    return baseTrue + whole * BILLION + (rest * BILLION + rate - 1) / rate;
  }

  /** Changes the speed from now on. Pending timers have to be armed again. */
  public void drift(Drift drift) {
    baseElapsed = elapsed();
    baseTrue = engine.now();
    rate = BILLION + drift.partsPerBillion();
  }

  /** The present speed. */
  public Drift drift() {
    return new Drift(rate - BILLION);
  }

  /** Moves the wall clock. */
  public void jump(long nanos) {
    wallOffset += nanos;
  }

  /** The wall clock. */
  @Override
  public Instant instant() {
    return EPOCH.plusNanos(elapsed() + wallOffset);
  }

  private long scaled(long trueNanos) {
    if (rate == BILLION) {
      return trueNanos;
    }
    return trueNanos / BILLION * rate + trueNanos % BILLION * rate / BILLION;
  }
}
