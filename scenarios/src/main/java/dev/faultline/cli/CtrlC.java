package dev.faultline.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Ctrl-C in this process. */
final class CtrlC implements Interruption {
  /** Who is not done by then is ended. */
  private static final int GRACE_SECONDS = 30;

  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private volatile @Nullable Thread hook;
  private volatile boolean happened;

  @Override
  public void listen() {
    Thread thread = new Thread(this::happen, "interruption");
    Runtime.getRuntime().addShutdownHook(thread);
    hook = thread;
  }

  @Override
  public boolean happened() {
    return happened;
  }

  /** The process is being ended: it waits for the command and takes over its exit code. */
  private void happen() {
    happened = true;
    try {
      Runtime.getRuntime().halt(status.get(GRACE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException e) {
      Runtime.getRuntime().halt(ExitCode.INTERNAL_ERROR);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process. */
  void exit(int code) {
    status.complete(code);
    if (!happened && hook != null) {
      leave(hook);
    }
    System.exit(code);
  }

  private static void leave(Thread thread) {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The process is being ended at this moment, and the hook has the exit code.
    }
  }
}
