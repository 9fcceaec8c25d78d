package dev.faultline.cli.record;

import dev.faultline.execution.Checkpoint;
import dev.faultline.execution.CompletedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an earlier run wrote down about its course, as far as it is still there. */
public final class RecordedRun {
  private final @Nullable CheckpointFile checkpoints;
  private final List<String> trace;

  private RecordedRun(@Nullable CheckpointFile checkpoints, List<String> trace) {
    this.checkpoints = checkpoints;
    this.trace = trace;
  }

  /**
   * Reads what stands beside a recorded scenario.
   *
   * @throws IOException when it cannot be read, or has another form
   */
  public static RecordedRun beside(Path scenario) throws IOException {
    Path checkpoints = scenario.resolveSibling(RunFolder.CHECKPOINTS);
    Path trace = scenario.resolveSibling(RunFolder.TRACE);
    return new RecordedRun(
        Files.exists(checkpoints) ? CheckpointFile.read(checkpoints) : null,
        Files.exists(trace) ? Files.readAllLines(trace, StandardCharsets.US_ASCII) : List.of());
  }

  /** Did the run go on after violations? */
  public boolean keptGoing() {
    return checkpoints != null && checkpoints.keepGoing();
  }

  /** Compares, step by step, a run with the trace; empty when there is none. */
  public Optional<TraceComparison> traceComparison() {
    return trace.isEmpty() ? Optional.empty() : Optional.of(new TraceComparison(trace));
  }

  /**
   * Between which checkpoints another run first differed.
   *
   * @return empty when there are no checkpoints, or none differs
   */
  public Optional<Parting> parting(CompletedRun other) {
    if (checkpoints == null) {
      return Optional.empty();
    }
    List<Checkpoint> here = checkpoints.checkpoints();
    List<Checkpoint> there = other.checkpoints();
    Checkpoint common = new Checkpoint(0, 0, 0);
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (!here.get(i).equals(there.get(i))) {
        return Optional.of(new Parting(common, here.get(i)));
      }
      common = here.get(i);
    }
    return Optional.empty();
  }

  /**
   * A stretch of a recorded run in which another one first differed.
   *
   * @param same up to here, both ran alike
   * @param different here they had parted
   */
  public record Parting(Checkpoint same, Checkpoint different) {}
}
