package dev.faultline.cli.bisect;

import dev.faultline.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The commands of git that a bisection needs.
 *
 * @param folder where they are typed
 */
public record Git(Path folder) {
  /**
   * Finds the repository around a folder.
   *
   * @throws ScenarioException when there is none
   */
  public static Git around(Path folder) throws IOException {
    Finished root = new Git(folder).type("rev-parse", "--show-toplevel");
    if (root.code() != 0) {
      throw new ScenarioException("bisect: " + folder + " is in no git repository");
    }
    return new Git(Path.of(root.output().strip()).toRealPath());
  }

  /**
   * The full name of a commit.
   *
   * @throws ScenarioException when there is no such revision
   */
  public String commit(String revision) throws IOException {
    Finished found = type("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (found.code() != 0) {
      throw new ScenarioException("bisect: there is no revision '" + revision + "'");
    }
    return found.output().strip();
  }

  /** A commit, its first parent, and so on to the beginning. */
  List<String> firstParents(String commit) throws IOException {
    return require("rev-list", "--first-parent", commit).lines().toList();
  }

  /** While bisecting: the commits that can be the first bad one, the newest first. */
  List<String> suspects() throws IOException {
    return require("rev-list", "refs/bisect/bad", "--not", "--glob=refs/bisect/good-*")
        .lines()
        .toList();
  }

  /** A commit for people, on one line. */
  String describe(String commit) throws IOException {
    return require("show", "-s", "--format=%h %ad %an: %s", "--date=short", commit).strip();
  }

  /** Does the folder differ from its commit? */
  public boolean isChanged() throws IOException {
    return !require("status", "--porcelain", "--untracked-files=no").isBlank();
  }

  /**
   * Runs a command that has to succeed.
   *
   * @throws IOException when it does not
   */
  String require(String... arguments) throws IOException {
    Finished finished = type(arguments);
    if (finished.code() != 0) {
      throw new IOException("git " + String.join(" ", arguments) + ": " + finished.lastWords());
    }
    return finished.output();
  }

  Finished type(String... arguments) throws IOException {
    return Finished.of(folder, command(List.of(arguments)));
  }

  /** Lets {@code git bisect run} try revisions, between the bad and the good one. */
  Finished bisect(List<String> trial, Consumer<String> lines) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("bisect", "run"));
    arguments.addAll(trial);
    return Finished.of(folder, command(arguments), lines);
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    return command;
  }
}
