package dev.faultline.cli.terminal;

import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.SeedCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is, on one line that goes when it is over. It appears after two seconds, and
 * only when a person watches.
 */
public final class CampaignBar implements AutoCloseable {
  private static final int UPDATE_MILLIS = 150;
  private static final int BAR = 20;
  private static final int ROOM_FOR_BAR = 72;

  private final Ink ink;
  private final boolean shown;
  private final long goal;
  private final Optional<Duration> time;
  private final long began = System.nanoTime();
  private volatile State latest = new State(0, 0, 0, 0);
  private @Nullable ProgressBar bar;

  /**
   * How far it is.
   *
   * @param seeds that count
   * @param failed of them
   * @param groups kinds of failure
   */
  record State(long seeds, long failed, int groups, long simulatedNanos) {}

  /**
   * @param interactive does a person watch?
   */
  public CampaignBar(CampaignSettings settings, Ink ink, boolean interactive) {
    this.ink = ink;
    this.shown = interactive;
    this.goal = settings.seeds().count();
    this.time = settings.time();
  }

  /** Another seed counts. */
  public void at(SeedCounts counts, int groups, long simulatedNanos) {
    latest = new State(counts.total(), counts.failed(), groups, simulatedNanos);
    if (shown && bar == null && System.nanoTime() - began > LateBar.PATIENCE_NANOS) {
      bar =
          new ProgressBarBuilder()
              .setRenderer((progress, width) -> line(latest, System.nanoTime() - began, width))
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .continuousUpdate()
              .clearDisplayOnFinish()
              .setConsumer(TerminalLine.ofProcess())
              .build();
    }
  }

  /** The line: as much of it as there is room for, the most telling last to go. */
  String line(State state, long elapsed, int width) {
    OptionalLong left = left(state, elapsed);
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(state.seeds(), "seed"));
    parts.add(failures(state));
    left.ifPresent(nanos -> parts.add(Figures.span(nanos) + " left"));
    parts.add(Figures.count(Math.round(state.seeds() / (elapsed / 1e9))) + "/s");
    parts.add(Figures.span(state.simulatedNanos()) + " simulated");
    StringBuilder line = new StringBuilder(left.isEmpty() ? "" : done(elapsed, left, width));
    for (String part : parts) {
      String next = line.isEmpty() ? part : (ink.unicode() ? " · " : " | ") + part;
      if (line.length() + next.length() < width) {
        line.append(next);
      }
    }
    return line.toString();
  }

  /** The share that is done; as a bar too, where there is room. */
  private String done(long elapsed, OptionalLong left, int width) {
    double share = elapsed / (double) Math.max(1, elapsed + left.getAsLong());
    String percent = Math.round(Math.floor(100 * share)) + " %";
    if (width < ROOM_FOR_BAR) {
      return percent;
    }
    int full = (int) (BAR * share);
    String done = (ink.unicode() ? "█" : "#").repeat(full);
    return done + (ink.unicode() ? "░" : ".").repeat(BAR - full) + " " + percent;
  }

  private static String failures(State state) {
    if (state.failed() == 0) {
      return "no failure";
    }
    return Figures.count(state.failed(), "failure")
        + (state.groups() > 1 ? " of " + state.groups() + " kinds" : "");
  }

  /** Until all seeds were run, or the time is up. */
  private OptionalLong left(State state, long elapsed) {
    long seeds =
        state.seeds() == 0 || goal == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : (long) ((double) elapsed / state.seeds() * (goal - state.seeds()));
    long clock = time.map(limit -> Math.max(0, limit.toNanos() - elapsed)).orElse(Long.MAX_VALUE);
    long nanos = Math.min(seeds, clock);
    return nanos == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(nanos);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
