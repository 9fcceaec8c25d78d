package dev.faultline.cli.record;

import dev.faultline.execution.StepText;
import dev.faultline.trace.TraceEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the steps of a run with those of a recorded trace, and keeps the first difference. */
public final class TraceComparison implements Consumer<TraceEntry> {
  private static final Pattern EVENT = Pattern.compile("\"event\":([0-9]{1,18})");

  private final List<String> recorded;
  private final long first;
  private int next;
  private @Nullable Difference difference;

  /**
   * The first step that differs.
   *
   * @param event the number of its event
   * @param time virtual nanoseconds
   * @param recorded the step as it was recorded, in JSON; or that there was none
   * @param now the step as it is now
   */
  public record Difference(long event, long time, String recorded, String now) {}

  /**
   * @param trace the lines of a trace file
   */
  TraceComparison(List<String> trace) {
    List<String> steps = trace.subList(Trace.linesBeforeSteps(trace), trace.size());
    // The first event of the window may have lost its first steps.
    this.first = steps.isEmpty() ? 0 : event(steps.getFirst());
    this.recorded =
        first <= 1 ? steps : steps.stream().filter(line -> event(line) > first).toList();
  }

  private static long event(String line) {
    Matcher matcher = EVENT.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  @Override
  public void accept(TraceEntry entry) {
    boolean covered = first <= 1 || StepText.event(entry) > first;
    if (!covered || difference != null) {
      return;
    }
    String now = Trace.line(entry);
    String before = next < recorded.size() ? recorded.get(next) : "nothing: the run was over";
    next++;
    if (!before.equals(now)) {
      difference = new Difference(StepText.event(entry), entry.time(), before, now);
    }
  }

  /** The first difference within the recorded steps. */
  public Optional<Difference> difference() {
    return Optional.ofNullable(difference);
  }
}
