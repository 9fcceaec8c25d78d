package dev.faultline.cli;

import dev.faultline.cli.bisect.Bisection;
import dev.faultline.cli.bisect.Bisection.Answer;
import dev.faultline.cli.bisect.Git;
import dev.faultline.cli.bisect.Trial;
import dev.faultline.cli.bisect.WorkTree;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the commit that brought a failure. */
@Command(
    name = "bisect",
    description = {
      "Finds the commit that brought a failure, with 'git bisect run'.",
      "It works in a temporary tree beside your checkout, which stays as it is."
    },
    footer = {
      "",
      "Examples:",
      "  faultline bisect failures/two-leaders --good v1.2 --build 'mvn -q -B compile' \\",
      "      --classpath target/classes",
      "  ./faultline bisect graveyard/lost-write.yaml        in a checkout of Faultline itself"
    })
final class BisectCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "FAILURE",
      description = "a minimal scenario, or the folder of a recorded run or failure")
  private String failure;

  @Option(
      names = "--bad",
      paramLabel = "REV",
      description = "a revision that shows the failure (default: HEAD)")
  private String bad = "HEAD";

  @Option(
      names = "--good",
      paramLabel = "REV",
      description = {
        "a revision that does not (default: found by going 1, 2, 4, ...",
        "commits back)"
      })
  private @Nullable String good;

  @Option(
      names = "--build",
      paramLabel = "CMD",
      description = "shell command that builds a revision, in this folder of it")
  private @Nullable String build;

  @Mixin private ClassPath classPath;

  BisectCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Path here = surroundings.folder().toRealPath();
    Path scenario = new ScenarioFinder(surroundings.library()).find(failure).toRealPath();
    Git repository = Git.around(here);
    String newest = repository.commit(bad);
    Optional<String> oldest =
        good == null ? Optional.empty() : Optional.of(repository.commit(good));
    if (bad.equals("HEAD") && repository.isChanged()) {
      surroundings.complain("faultline: warning: changes that are not committed are left out");
    }
    try (WorkTree tree = WorkTree.of(repository, newest)) {
      Trial trial = trial(scenario, here, tree);
      return tell(bisection(tree, trial).find(newest, oldest));
    }
  }

  private Trial trial(Path scenario, Path here, WorkTree tree) {
    Optional<String> path = classPath.path().map(each -> tree.counterparts(here, each));
    List<String> program = program(here, tree);
    if (program.stream().noneMatch(tree::holdsPartOf)
        && path.stream().noneMatch(tree::holdsPartOf)) {
      throw new ScenarioException(
          "bisect: nothing of this repository would be run; give --classpath, and --build");
    }
    return new Trial(scenario, tree.counterpart(here), program, Optional.ofNullable(build), path);
  }

  /** The revision's own launcher, if that is how we were called; otherwise this program. */
  private List<String> program(Path here, WorkTree tree) {
    Path launcher = tree.counterpart(here.resolve(surroundings.command()).normalize());
    return tree.holdsPartOf(launcher.toString()) && Files.isExecutable(launcher)
        ? List.of(launcher.toString())
        : java(tree.counterparts(here, System.getProperty("java.class.path")));
  }

  /** Starts this program; most of what it does is to start. */
  private static List<String> java(String path) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dslf4j.internal.verbosity=ERROR",
        "-cp",
        path,
        Main.class.getName());
  }

  private Bisection bisection(WorkTree tree, Trial trial) {
    return new Bisection(
        tree,
        trial,
        check -> {
          List<String> step = new ArrayList<>(java(System.getProperty("java.class.path")));
          step.addAll(BisectStepCommand.arguments(trial, check));
          return step;
        },
        line -> {
          surroundings.out().println("  " + surroundings.ink().legible(line));
          surroundings.out().flush();
        });
  }

  private int tell(Answer answer) {
    Rows rows = new Rows(surroundings.ink()).gap();
    int code =
        switch (answer) {
          case Answer.First(String commit) -> {
            rows.row("came with", commit);
            yield ExitCode.AS_EXPECTED;
          }
          case Answer.OneOf(List<String> commits) -> {
            rows.row("came with one of", commits);
            yield ExitCode.UNDECIDED;
          }
          case Answer.None(String why) -> {
            rows.row("no answer", why);
            yield ExitCode.NOTHING_MATCHED;
          }
        };
    surroundings.out().print(rows);
    return code;
  }
}
