package dev.faultline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands for people to copy into a shell. */
public final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandText() {}

  /** A command line that runs a scenario exactly so. */
  static String run(String program, ScenarioOptions options, long seed, boolean keepGoing) {
    List<String> words = new ArrayList<>(List.of(program, "run", options.scenario()));
    words.addAll(List.of("--seed", Long.toString(seed)));
    if (options.swarm()) {
      words.add("--swarm");
    }
    options.overrides().forEach(each -> words.addAll(List.of("--set", each)));
    options.classPath().path().ifPresent(path -> words.addAll(List.of("--classpath", path)));
    if (keepGoing) {
      words.add("--keep-going");
    }
    return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  /**
   * A command line.
   *
   * @param words the command and what it needs
   * @param classPath is added
   */
  static String of(String program, ClassPath classPath, List<String> words) {
    List<String> all = new ArrayList<>(List.of(program));
    all.addAll(words);
    classPath.path().ifPresent(path -> all.addAll(List.of("--classpath", path)));
    return all.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  /** A word as a POSIX shell reads it back. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
