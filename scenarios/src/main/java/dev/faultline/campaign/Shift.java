package dev.faultline.campaign;

import dev.faultline.execution.Vigil;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work of a {@link Crew}, and the eye on it: code of a system that never returns is
 * found by the number of the run's event, which no longer changes.
 *
 * @param <T> what the work gives
 */
public final class Shift<T> {
  private static final long LOOK_MILLIS = 50;

  private final Function<Vigil, T> work;
  private @Nullable Future<Optional<T>> future;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Glance latest;

  /** What is being simulated; the simulation is missing while it is set up. */
  private record Glance(Scenario scenario, Optional<Simulation> simulation) {
    long events() {
      return simulation.map(Simulation::events).orElse(0L);
    }

    Duration now() {
      return simulation.map(Simulation::now).orElse(Duration.ZERO);
    }
  }

  /** How it ended. */
  public sealed interface End<T> {
    /** The work is done. */
    record Done<T>(T result) implements End<T> {}

    /** It was not begun, because the crew had been told to stop; or nobody wanted it any more. */
    record Skipped<T>() implements End<T> {}

    /** It threw. */
    record Threw<T>(Throwable thrown) implements End<T> {}

    /** It goes on and on without an event; its thread is left behind. */
    record Stuck<T>(Hang hang) implements End<T> {}
  }

  Shift(Function<Vigil, T> work) {
    this.work = work;
  }

  void submitted(Future<Optional<T>> to) {
    future = to;
  }

  /** Does the work, on a thread of the crew. */
  T perform() {
    thread = Thread.currentThread();
    return work.apply((scenario, simulation) -> latest = new Glance(scenario, simulation));
  }

  /**
   * Waits for the end.
   *
   * @param patience how long may pass without an event
   * @param abandoned asked now and then: does nobody want the result any more?
   */
  public End<T> await(Duration patience, BooleanSupplier abandoned) {
    @Nullable Glance watched = null;
    long event = -1;
    long looks = 0;
    while (true) {
      boolean unwanted = abandoned.getAsBoolean();
      Optional<End<T>> end = poll();
      if (end.isPresent()) {
        return end.get();
      }
      if (unwanted) {
        return new End.Skipped<>();
      }
      @Nullable Glance now = latest;
      // Counted in looks: while the machine sleeps, nobody looks.
      if (now == null || now != watched || now.events() != event) {
        watched = now;
        event = now == null ? -1 : now.events();
        looks = 0;
      } else if (++looks * LOOK_MILLIS >= patience.toMillis()) {
        return new End.Stuck<>(hang(now, event));
      }
    }
  }

  private Optional<End<T>> poll() {
    if (future == null) {
      throw new IllegalStateException("not submitted");
    }
    try {
      return Optional.of(
          future
              .get(LOOK_MILLIS, TimeUnit.MILLISECONDS)
              .<End<T>>map(End.Done::new)
              .orElseGet(End.Skipped::new));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(new End.Threw<>(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new End.Skipped<>());
    }
  }

  private Hang hang(Glance at, long event) {
    @Nullable Thread worker = thread;
    StackTraceElement[] stack = worker == null ? new StackTraceElement[0] : worker.getStackTrace();
    return Hang.of(at.scenario(), event, at.now(), List.of(stack));
  }
}
