package dev.faultline.cli;

import dev.faultline.scenario.ScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command line, from arguments to an exit code. Nothing in it ends the process. */
public final class Faultline {
  private final Surroundings surroundings;

  Faultline(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  int run(String... arguments) {
    int code = execute(arguments);
    surroundings.out().flush();
    surroundings.err().flush();
    return code;
  }

  /** Errors of the JVM pass by the handlers of Picocli. */
  private int execute(String... arguments) {
    try {
      return command().execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      return failed(e);
    }
  }

  private CommandLine command() {
    CommandLine root = new CommandLine(new RootCommand());
    List<Object> commands =
        List.of(
            new RunCommand(surroundings),
            new FuzzCommand(surroundings),
            new ReplayCommand(surroundings),
            new ShrinkCommand(surroundings),
            new BisectCommand(surroundings),
            new ScoreCommand(surroundings),
            new ListCommand(surroundings),
            new ValidateCommand(surroundings),
            new ShowCommand(surroundings),
            new NewCommand(surroundings),
            new SchemaCommand(surroundings),
            new CompletionCommand(surroundings),
            new TwinCommand(surroundings),
            new CanaryCommand(surroundings),
            new BisectStepCommand(surroundings));
    commands.forEach(root::addSubcommand);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    HelpLayout.apply(root, surroundings.version());
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(surroundings.ink().colours() ? Ansi.ON : Ansi.OFF));
    root.setOut(surroundings.out());
    root.setErr(surroundings.err());
    root.setParameterExceptionHandler((exception, words) -> misused(exception));
    root.setExecutionExceptionHandler((exception, failed, result) -> failed(exception));
    return root;
  }

  private int misused(ParameterException exception) {
    surroundings.complain(Misuse.explain(exception, surroundings.command()));
    return ExitCode.BAD_INPUT;
  }

  private int failed(Throwable exception) {
    if (exception instanceof ScenarioException) {
      surroundings.complain(exception.getMessage());
      return ExitCode.BAD_INPUT;
    }
    if (exception instanceof NeverReturned) {
      surroundings.complain("faultline: " + exception.getMessage());
      return ExitCode.NOT_AS_EXPECTED;
    }
    if (exception instanceof IOException file) {
      surroundings.complain("faultline: " + FileTrouble.explain(file));
      return ExitCode.INTERNAL_ERROR;
    }
    if (exception instanceof OutOfMemoryError) {
      surroundings.complain(
          "faultline: out of memory; FAULTLINE_JAVA_OPTS=-Xmx4g gives it more, and so does"
              + " less work at once (--jobs)");
      return ExitCode.INTERNAL_ERROR;
    }
    surroundings.complain(
        "faultline: internal error: " + inOneLine(exception) + whereTheStackIs(exception));
    return ExitCode.INTERNAL_ERROR;
  }

  private static String inOneLine(Throwable exception) {
    return exception.toString().lines().findFirst().orElse("");
  }

  private static String whereTheStackIs(Throwable exception) {
    StringWriter stack = new StringWriter();
    exception.printStackTrace(new PrintWriter(stack, true));
    try {
      Path file = Files.createTempFile("faultline-error-", ".txt");
      Files.writeString(file, stack.toString(), StandardCharsets.UTF_8);
      return " (the stack is in " + file + ")";
    } catch (IOException e) {
      return " (its stack could not be written)";
    }
  }
}
