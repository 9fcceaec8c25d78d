package dev.faultline.cli.terminal;

import dev.faultline.execution.Progress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar that appears when something takes over two seconds, and goes when it is done. */
public final class LateBar implements Progress, AutoCloseable {
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int STEPS = 1000;
  private static final int UPDATE_MILLIS = 150;

  private final String task;
  private final Ink ink;
  private final boolean shown;
  private final long began = System.nanoTime();
  private @Nullable ProgressBar bar;

  /**
   * @param task what takes so long, in a word or two
   * @param interactive does a person watch? Otherwise the bar never appears
   */
  public LateBar(String task, Ink ink, boolean interactive) {
    this.task = task;
    this.ink = ink;
    this.shown = interactive;
  }

  @Override
  public void at(double share) {
    long elapsed = System.nanoTime() - began;
    if (!shown || elapsed < PATIENCE_NANOS) {
      return;
    }
    long step = (long) (share * STEPS);
    if (bar == null) {
      bar = start(step, Duration.ofNanos(elapsed));
    }
    bar.stepTo(step);
  }

  private ProgressBar start(long step, Duration elapsed) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(STEPS)
        .startsFrom(step, elapsed)
        .setStyle(ink.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .clearDisplayOnFinish()
        .setConsumer(TerminalLine.ofProcess())
        .setUnit(" %", STEPS / 100)
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
