package dev.faultline.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs a scenario twice at the same time, here and in a second JVM with other settings, and
 * compares everything: messages with all they say, facts, operations and the result.
 *
 * <p>First both sides only report fingerprints and results. When those differ, both run once more
 * and tell every step, until the first step that differs.
 */
public final class Verification {
  /** The option of the second JVM that makes it tell every step. */
  public static final String STEPS = "--steps";

  private final Execution execution;
  private final List<String> twin;
  private final Function<CompletedRun, String> result;

  /** What came of it. */
  public sealed interface Finding {
    /** Both runs were the same. */
    record Same(long events) implements Finding {}

    /**
     * They were not.
     *
     * @param event the first event that differs, in words
     * @param time of that event, virtual nanoseconds
     * @param here the step that differs, in this JVM
     * @param there the same step in the second JVM
     */
    record Different(long event, long time, String what, String here, String there)
        implements Finding {}

    /**
     * They were not, but a second time they were.
     *
     * @param where in words
     */
    record Elusive(String where) implements Finding {}
  }

  /**
   * @param twin the arguments that make this program run the same scenario and write {@link
   *     #report}
   * @param result the result of a run in text, without what may differ
   */
  public Verification(
      Execution execution, List<String> twin, Function<CompletedRun, String> result) {
    this.execution = execution;
    this.twin = List.copyOf(twin);
    this.result = result;
  }

  /** All that is compared at first: a checkpoint a line, then the result. */
  public static String report(CompletedRun run, String result) {
    return run.checkpoints().stream()
        .map(Verification::line)
        .collect(Collectors.joining("\n", "", "\n\n" + result));
  }

  /** Tells every step as a line, for the other side to compare. */
  public static Execution.Witness teller(Consumer<String> lines) {
    return (entry, fingerprint) -> lines.accept(Comparison.line(entry, fingerprint));
  }

  private static String line(Checkpoint checkpoint) {
    return checkpoint.time()
        + " "
        + checkpoint.events()
        + " "
        + Fingerprints.text(checkpoint.fingerprint());
  }

  /**
   * Compares.
   *
   * @throws IOException when the second JVM cannot be started or does not do its work
   */
  public Finding verify(Progress progress) throws IOException {
    try (SecondJvm second = SecondJvm.start(twin)) {
      CompletedRun run = execution.runWithContents(progress);
      String mine = report(run, result.apply(run));
      String theirs = new String(second.output().readAllBytes(), StandardCharsets.UTF_8);
      second.requireSuccess();
      return mine.equals(theirs)
          ? new Finding.Same(run.result().events())
          : search(mine, theirs, progress);
    }
  }

  private Finding search(String mine, String theirs, Progress progress) throws IOException {
    List<String> arguments = new ArrayList<>(twin);
    arguments.add(STEPS);
    try (SecondJvm second = SecondJvm.start(arguments);
        BufferedReader steps =
            new BufferedReader(new InputStreamReader(second.output(), StandardCharsets.UTF_8))) {
      Comparison comparison = new Comparison(steps);
      CompletedRun run = execution.runWitnessed(comparison, progress);
      Optional<Comparison.Difference> found = comparison.difference(run.result().end());
      return found
          .<Finding>map(
              at -> new Finding.Different(at.event(), at.time(), at.what(), at.here(), at.there()))
          .orElseGet(() -> new Finding.Elusive(firstDifference(mine, theirs)));
    }
  }

  private static String firstDifference(String mine, String theirs) {
    List<String> here = mine.lines().toList();
    List<String> there = theirs.lines().toList();
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (!here.get(i).equals(there.get(i))) {
        return here.get(i).strip() + " here, " + there.get(i).strip() + " there";
      }
    }
    return here.size() + " lines of result here, " + there.size() + " there";
  }
}
