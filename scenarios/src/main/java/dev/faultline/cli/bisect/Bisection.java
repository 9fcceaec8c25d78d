package dev.faultline.cli.bisect;

import dev.faultline.cli.bisect.Outcome.Fails;
import dev.faultline.cli.bisect.Outcome.Passes;
import dev.faultline.cli.bisect.Outcome.Skipped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds the first commit that shows a failure, with {@code git bisect run}, in a working tree of
 * its own.
 */
public final class Bisection {
  /** An exit code that makes {@code git bisect run} give up; a smaller one would blame a commit. */
  public static final int GIVE_UP = 255;

  /** What {@code git bisect run} takes for a commit that cannot be tried. */
  private static final int SKIP = 125;

  private static final String TOLD = "faultline: ";

  private final WorkTree tree;
  private final Trial trial;
  private final Function<String, List<String>> step;
  private final Consumer<String> progress;

  /** What came of it. */
  public sealed interface Answer {
    /** The failure came with this commit. */
    record First(String commit) implements Answer {}

    /** It came with one of these commits; those in between could not be tried. */
    record OneOf(List<String> commits) implements Answer {}

    /** There is nothing between a good and a bad commit; a sentence says why. */
    record None(String why) implements Answer {}
  }

  /**
   * @param step the command that tries the commit that is checked out, asking for a check, and
   *     prints {@link #told}
   * @param progress gets a line for each commit that was tried
   */
  public Bisection(
      WorkTree tree, Trial trial, Function<String, List<String>> step, Consumer<String> progress) {
    this.tree = tree;
    this.trial = trial;
    this.step = step;
    this.progress = progress;
  }

  /** What a step prints, about the commit that is checked out where it was started. */
  public static String told(Outcome outcome) throws IOException {
    return TOLD + line(new Git(Path.of("").toAbsolutePath()), "HEAD", outcome);
  }

  private static String line(Git git, String commit, Outcome outcome) throws IOException {
    return git.require("rev-parse", "--short", commit).strip() + "  " + outcome.inWords();
  }

  /** The exit code of a step. */
  public static int code(Outcome outcome) {
    return switch (outcome) {
      case Passes passes -> 0;
      case Fails fails -> 1;
      case Skipped skipped -> SKIP;
    };
  }

  /**
   * Finds it.
   *
   * @param bad a commit that shows the failure
   * @param good an ancestor that does not; without, one is looked for further and further back
   */
  public Answer find(String bad, Optional<String> good) throws IOException {
    return switch (attempt(bad)) {
      case Passes passes -> new Answer.None("the failure does not happen at the bad revision");
      case Skipped skipped -> new Answer.None("the bad revision cannot be tried");
      case Fails(List<String> checks) ->
          good.isPresent()
              ? from(good.get(), bad, checks.getFirst())
              : goBack(bad, checks.getFirst());
    };
  }

  private Outcome attempt(String commit) throws IOException {
    tree.checkOut(commit);
    Outcome outcome = trial.outcome();
    progress.accept(line(tree.git(), commit, outcome));
    return outcome;
  }

  private Answer from(String good, String bad, String check) throws IOException {
    return switch (attempt(good).about(check)) {
      case Passes passes -> between(good, bad, check);
      case Skipped skipped -> new Answer.None("the good revision cannot be tried");
      case Fails fails -> new Answer.None("the failure happens at the good revision too");
    };
  }

  /** Goes 1, 2, 4, … commits back until the failure is gone. */
  private Answer goBack(String bad, String check) throws IOException {
    List<String> history = tree.git().firstParents(bad);
    int last = history.size() - 1;
    for (int back = 1; back < 2 * last; back *= 2) {
      String older = history.get(Math.min(back, last));
      if (attempt(older).about(check) instanceof Passes) {
        return between(older, bad, check);
      }
    }
    return new Answer.None("no older revision that was tried is free of the failure");
  }

  private Answer between(String good, String bad, String check) throws IOException {
    Git git = tree.git();
    git.require("bisect", "start", bad, good);
    if (git.suspects().size() > 1) {
      Finished finished = git.bisect(step.apply(check), this::hear);
      // 2: only commits are left that cannot be tried.
      if (finished.code() != 0 && finished.code() != 2) {
        throw new IOException("git bisect run: " + finished.lastWords());
      }
    }
    List<String> suspects = new ArrayList<>();
    for (String suspect : git.suspects()) {
      suspects.add(git.describe(suspect));
    }
    return suspects.size() == 1
        ? new Answer.First(suspects.getFirst())
        : new Answer.OneOf(suspects);
  }

  /** Passes on what steps tell; git's own words say nothing more. */
  private void hear(String line) {
    if (line.startsWith(TOLD)) {
      progress.accept(line.substring(TOLD.length()));
    }
  }
}
