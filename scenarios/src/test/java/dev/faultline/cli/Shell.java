package dev.faultline.cli;

import dev.faultline.cli.terminal.Ink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A shell in a folder of its own, with the scenarios of a test, a library, and the protocol {@code
 * probe} on a class path.
 */
final class Shell {
  private static final Version VERSION = new Version("9.9", "abc1234");

  private final Path folder;
  private final Path place;
  private final Version version;
  private final Ink ink;
  private final Map<String, String> environment;
  private final Interruption interruption;

  /** What a command left behind. */
  record Answer(int code, String out, String err) {}

  private Shell(
      Path folder,
      Path place,
      Version version,
      Ink ink,
      Map<String, String> environment,
      Interruption interruption) {
    this.folder = folder;
    this.place = place;
    this.version = version;
    this.ink = ink;
    this.environment = environment;
    this.interruption = interruption;
  }

  /** A shell in an empty folder. */
  static Shell in(Path folder) {
    Path services = folder.resolve("classpath/META-INF/services");
    try {
      Files.createDirectories(services);
      Files.writeString(
          services.resolve("dev.faultline.simulation.Protocol"), ProbeProtocol.class.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Shell(folder, folder, VERSION, new Ink(false, true), Map.of(), new Patience());
  }

  Shell running(Version other) {
    return new Shell(folder, place, other, ink, environment, interruption);
  }

  Shell with(Ink other) {
    return new Shell(folder, place, version, other, environment, interruption);
  }

  /** The same shell after going to another folder. */
  Shell at(Path other) {
    return new Shell(folder, other, version, ink, environment, interruption);
  }

  /** The same shell with these variables. */
  Shell knowing(Map<String, String> variables) {
    return new Shell(folder, place, version, ink, variables, interruption);
  }

  /** The same shell with somebody at its keyboard. */
  Shell with(Interruption other) {
    return new Shell(folder, place, version, ink, environment, other);
  }

  /** Nobody ever presses Ctrl-C. */
  private record Patience() implements Interruption {
    @Override
    public void listen() {}

    @Override
    public boolean happened() {
      return false;
    }
  }

  /** Runs a command. */
  Answer run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            ink,
            false,
            Optional.of(folder.resolve("library")),
            place,
            "./faultline",
            version,
            environment,
            interruption);
    int code = new Faultline(surroundings).run(arguments);
    return new Answer(code, out.toString(), err.toString());
  }

  /** Runs a command on a scenario of {@code probe}, with results in the folder {@code out}. */
  Answer probe(String command, Path scenario, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, scenario.toString()));
    arguments.addAll(List.of("--classpath", folder.resolve("classpath").toString()));
    if (command.equals("run") && !List.of(more).contains("--no-files")) {
      arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  /** Where the results of a scenario are. */
  Path results(String name, long seed) {
    return folder.resolve("out").resolve(name).resolve("seed-" + seed);
  }

  /** A file of the folder. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Writes a file. */
  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a short scenario in which the probe behaves so; {@code more} are lines of YAML. */
  Path scenario(ProbeProtocol.Behaviour behaviour, String... more) {
    String name = behaviour.name().toLowerCase(Locale.ROOT);
    return write(
        name + ".yaml",
        """
        name: %s
        duration: 2s
        system: { protocol: probe, nodes: 1, config: { behaviour: %s } }
        workload: { service: register, clients: 3, rate: 50/s, mix: { write: 50%%, read: 50%% } }
        %s
        """
            .formatted(name, name, String.join("\n", more)));
  }

  /** A failure whose smaller scenarios never end: without the read, the first request writes. */
  Path scenarioOfAReadThatMatters(String... more) {
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("operations:");
    lines.add("  - { at: 1ms, client: c1, read: {} }");
    for (int i = 1; i <= 5; i++) {
      lines.add("  - { at: %d00ms, client: c1, write: { value: v%d } }".formatted(i, i));
    }
    return scenario(ProbeProtocol.Behaviour.DEMANDING, lines.toArray(String[]::new));
  }

  /** Like {@link #scenario}, with three operations instead of drawn ones. */
  Path scenarioOfThree(ProbeProtocol.Behaviour behaviour) {
    return scenario(
        behaviour,
        "operations:",
        "  - { at: 10ms, client: c1, write: { value: v1 } }",
        "  - { at: 1s, client: c2, write: { value: v2 } }",
        "  - { at: 1500ms, client: c1, read: {} }");
  }
}
