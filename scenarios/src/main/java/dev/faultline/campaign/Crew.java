package dev.faultline.campaign;

import dev.faultline.execution.Vigil;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The threads of a campaign. Work begins in the order in which it is submitted. The threads never
 * keep the process alive, so that one with an endless loop can be left behind.
 */
public final class Crew implements AutoCloseable {
  private final ThreadPoolExecutor threads;
  private volatile boolean dismissed;

  /**
   * @param jobs how many threads; at least 1
   */
  public Crew(int jobs) {
    this.threads =
        new ThreadPoolExecutor(
            jobs, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named());
  }

  private static ThreadFactory named() {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "campaign-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Hands in work, which tells a vigil of each of its runs. */
  public <T> Shift<T> submit(Function<Vigil, T> work) {
    Shift<T> shift = new Shift<>(work);
    shift.submitted(
        threads.submit(() -> dismissed ? Optional.empty() : Optional.of(shift.perform())));
    return shift;
  }

  /** One more thread, for one that was left behind with work that is stuck. */
  public void replaceOne() {
    threads.setCorePoolSize(threads.getCorePoolSize() + 1);
  }

  /** Work that has not begun is skipped from now on. */
  public void dismiss() {
    dismissed = true;
  }

  @Override
  public void close() {
    dismissed = true;
    threads.shutdownNow();
  }
}
