package dev.faultline.cli;

import dev.faultline.cli.terminal.Rows;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.simulation.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a small start of a scenario or a protocol. */
@Command(
    name = "new",
    description = "Writes a small commented start of a scenario or a protocol.",
    footer = {
      "",
      "Examples:",
      "  faultline new scenario my-partition     writes my-partition.yaml",
      "  faultline new protocol my-register      writes the folder my-register"
    })
final class NewCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)\\}");

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "KIND", description = "scenario or protocol")
  private Kind kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "words in lower case, joined with '-'; with a folder in front if you like")
  private String target;

  /** What can be begun; written in lower case. */
  enum Kind {
    SCENARIO,
    PROTOCOL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  NewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Path path = Path.of(target);
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!NAME.matcher(name).matches()) {
      throw new ScenarioException(
          "expected a name of words in lower case, joined with '-', got '" + name + "'");
    }
    switch (kind) {
      case SCENARIO -> scenario(path.resolveSibling(name + ".yaml"), name);
      case PROTOCOL -> protocol(path, name);
    }
    return ExitCode.AS_EXPECTED;
  }

  private void scenario(Path file, String name) throws IOException {
    requireNew(file);
    Map<String, String> words =
        Map.of("name", name, "file", file.toString(), "command", surroundings.command());
    write(file, "scenario.yaml", words);
    tell("wrote", file.toString());
    tell("run it", surroundings.command() + " run " + CommandText.quoted(file.toString()));
  }

  private void protocol(Path folder, String name) throws IOException {
    requireNew(folder);
    String packageName = name.replace("-", "");
    String className = className(name);
    Path source = folder.resolve("src").resolve(packageName).resolve(className + ".java");
    Path scenario = folder.resolve(name + ".yaml");
    Path classes = folder.resolve("classes");
    String compile = "javac -cp " + CommandText.quoted(library()) + " -d " + classes + " " + source;
    String run = surroundings.command() + " run " + scenario + " --classpath " + classes;
    Map<String, String> words =
        Map.of(
            "name",
            name,
            "package",
            packageName,
            "class",
            className,
            "compile",
            compile,
            "run",
            run);
    write(source, "Protocol.java.txt", words);
    write(scenario, "protocol.yaml", words);
    Path services = classes.resolve("META-INF").resolve("services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve(Protocol.class.getName()), packageName + "." + className + "\n");
    tell("wrote", folder.toString());
    tell("compile it", compile);
    tell("run it", run);
  }

  private static void requireNew(Path path) {
    if (Files.exists(path)) {
      throw new ScenarioException(path + " is already there; nothing was written");
    }
  }

  private static String className(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-", -1)) {
      camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return camel.toString();
  }

  /** The class path of the program's own contracts: its jars, or its classes in a build. */
  private static String library() {
    try {
      Path place =
          Path.of(Protocol.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(place) ? place.toString() : place.resolveSibling("*").toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String template, Map<String, String> words)
      throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(
        file,
        fill(template(template), words),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE_NEW);
  }

  private static String template(String name) throws IOException {
    try (InputStream text = NewCommand.class.getResourceAsStream("new/" + name)) {
      if (text == null) {
        throw new IllegalStateException("the template " + name + " is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String fill(String template, Map<String, String> words) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), "")));
  }

  private void tell(String name, String value) {
    surroundings.out().print(new Rows(surroundings.ink()).whole(name, value));
  }
}
