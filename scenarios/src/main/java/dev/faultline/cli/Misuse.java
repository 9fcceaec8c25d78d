package dev.faultline.cli;

import dev.faultline.scenario.tree.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Explains a wrong command line in one line: what is wrong, the nearest right word, where help is.
 */
final class Misuse {
  private Misuse() {}

  /** The explanation. */
  static String explain(ParameterException exception, String program) {
    CommandLine command = exception.getCommandLine();
    String qualified = command.getCommandSpec().qualifiedName();
    String help = qualified.replaceFirst("^faultline", program.replace("$", "\\$")) + " --help";
    return "faultline: " + problem(exception, command) + " ('" + help + "' explains)";
  }

  private static String problem(ParameterException exception, CommandLine command) {
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().getFirst(), command);
    }
    ArgSpec argument = exception.getArgSpec();
    if (argument != null && argument.type().isEnum() && exception.getValue() != null) {
      return notAmong(argument, exception.getValue());
    }
    String message = String.valueOf(exception.getMessage());
    String line = message.lines().findFirst().orElse("");
    return line.isEmpty()
        ? line
        : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }

  private static String unknown(String word, CommandLine command) {
    if (word.startsWith("-")) {
      List<String> names = new ArrayList<>();
      command
          .getCommandSpec()
          .options()
          .forEach(option -> names.addAll(Arrays.asList(option.names())));
      return "there is no option '" + word + "'" + Spelling.hint(word, names);
    }
    return command.getSubcommands().isEmpty()
        ? "'" + word + "' is one argument too many"
        : "there is no command '"
            + word
            + "'"
            + Spelling.hint(word, command.getSubcommands().keySet());
  }

  private static String notAmong(ArgSpec argument, String word) {
    List<String> names =
        Arrays.stream(argument.type().getEnumConstants()).map(Object::toString).toList();
    String place = argument instanceof OptionSpec option ? option.longestName() + ": " : "";
    return place
        + "expected "
        + String.join(", ", names.subList(0, names.size() - 1))
        + " or "
        + names.getLast()
        + ", got '"
        + word
        + "'"
        + Spelling.hint(word, names);
  }
}
