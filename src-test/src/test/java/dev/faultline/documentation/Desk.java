package dev.faultline.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that looks like a checkout, in which the commands of the documentation are typed. The
 * program and its jars are the classes of this build.
 */
final class Desk {
  /** How the documentation calls the jars of the program. */
  private static final String JARS = "scenarios/target/dist/faultline/lib/*";

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private final Path folder;
  private int lastExit;

  Desk(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> library = Files.walk(Page.ROOT.resolve("scenarios/library"))) {
      for (Path file : library.filter(Files::isRegularFile).toList()) {
        write(Page.ROOT.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  /**
   * What a command did.
   *
   * @param output what it printed, errors included
   */
  record Done(int exit, String output) {}

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Types a command, as a shell would take it. */
  Done type(String command) throws IOException, InterruptedException {
    List<String> words = words(command);
    Done done =
        switch (words.get(0)) {
          case "echo" -> new Done(0, lastExit + "\n");
          case "./faultline" -> start(faultline(words.subList(1, words.size())));
          case "javac", "jar" -> start(tool(words));
          default -> throw new IllegalArgumentException("no test can run: " + command);
        };
    lastExit = done.exit();
    return done;
  }

  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words;
  }

  private static List<String> faultline(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ofJdk("java"));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dfaultline.command=./faultline",
            "-Dfaultline.library=scenarios/library",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.faultline.cli.Main"));
    command.addAll(arguments);
    return command;
  }

  private static List<String> tool(List<String> words) {
    List<String> command = new ArrayList<>(words);
    command.set(0, ofJdk(words.get(0)));
    command.replaceAll(word -> word.equals(JARS) ? System.getProperty("java.class.path") : word);
    return command;
  }

  private static String ofJdk(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private Done start(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Done(process.waitFor(), output);
  }
}
