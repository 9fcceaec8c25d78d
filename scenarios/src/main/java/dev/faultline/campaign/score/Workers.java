package dev.faultline.campaign.score;

import dev.faultline.execution.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Threads that do independent pieces of work. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;
  private final Progress progress;
  private final int total;
  private int done;

  /**
   * @param total pieces of work there will be, for the progress
   */
  Workers(int jobs, int total, Progress progress) {
    this.threads = Executors.newFixedThreadPool(jobs);
    this.progress = progress;
    this.total = total;
  }

  /** Does all of it, and gives the results in the same order. */
  <T> List<T> all(List<Supplier<T>> work) {
    List<Future<T>> futures = work.stream().map(each -> threads.submit(each::get)).toList();
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(resultOf(future));
      progress.at((double) ++done / total);
    }
    return results;
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
