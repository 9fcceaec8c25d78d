package dev.faultline.campaign;

import dev.faultline.campaign.run.SeedRunner;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The threads of a campaign. Work begins in the order in which it is submitted. The threads never
 * keep the process alive, so that one with an endless loop can be left behind.
 */
public final class Crew implements AutoCloseable {
  private final SeedRunner runner;
  private final ExecutorService threads;
  private volatile boolean dismissed;

  /**
   * @param jobs how many threads; at least 1
   */
  public Crew(SeedRunner runner, int jobs) {
    this.runner = runner;
    this.threads = Executors.newFixedThreadPool(jobs, named());
  }

  private static ThreadFactory named() {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "campaign-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Hands in work; it gets a runner that is watched. */
  public <T> Shift<T> submit(Function<SeedRunner, T> work) {
    Shift<T> shift = new Shift<>(work, runner);
    shift.submitted(
        threads.submit(() -> dismissed ? Optional.empty() : Optional.of(shift.perform())));
    return shift;
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
