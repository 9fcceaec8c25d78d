package dev.faultline.cli;

import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.record.RunFolder;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.tree.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the file that a person means by a scenario. */
final class ScenarioFinder {
  private static final String EXTENSION = ".yaml";
  private static final Set<String> FILES_OF_A_RUN =
      Set.of(RunFolder.RESULT, RunFolder.CHECKPOINTS, RunFolder.TRACE);

  /** The scenarios of recorded runs and of failures, the most telling first. */
  private static final List<String> SCENARIOS =
      List.of(RunFolder.SCENARIO, CampaignFolder.MINIMAL, CampaignFolder.FOUND);

  private final Optional<Path> library;

  /**
   * @param library the folder of the scenario library, if there is one
   */
  ScenarioFinder(Optional<Path> library) {
    this.library = library;
  }

  /**
   * Finds a scenario.
   *
   * @param argument a file; a recorded run or a failure, by its folder or a file in it; or, when
   *     there is nothing at that path, the name of a library scenario
   * @return the scenario file
   * @throws ScenarioException when there is none
   */
  Path find(String argument) {
    Path path = path(argument);
    if (Files.isDirectory(path)) {
      return inFolder(argument, path);
    }
    if (!Files.exists(path)) {
      return inLibrary(argument);
    }
    Path name = path.getFileName();
    if (FILES_OF_A_RUN.contains(name.toString())) {
      return path.resolveSibling(RunFolder.SCENARIO);
    }
    if (name.toString().equals(CampaignFolder.TEXT)) {
      return first(path::resolveSibling).orElse(path);
    }
    return name.toString().equals(RunFolder.LATEST) ? behind(path) : path;
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new ScenarioException("'" + argument + "' is not the name of a file");
    }
  }

  private static Optional<Path> first(Function<String, Path> place) {
    return SCENARIOS.stream().map(place).filter(Files::exists).findFirst();
  }

  private static Path inFolder(String argument, Path folder) {
    Optional<Path> scenario = first(folder::resolve);
    if (scenario.isPresent()) {
      return scenario.get();
    }
    Path latest = folder.resolve(RunFolder.LATEST);
    if (Files.isDirectory(latest)) {
      return latest.resolve(RunFolder.SCENARIO);
    }
    if (Files.isRegularFile(latest)) {
      return behind(latest);
    }
    throw new ScenarioException(
        argument
            + ": expected a scenario file, a recorded run or a failure, got a folder without "
            + String.join(", ", SCENARIOS));
  }

  /** Where links are not possible, {@code latest} is a file that names the newest run. */
  private static Path behind(Path latest) {
    try {
      String name = Files.readString(latest, StandardCharsets.UTF_8).strip();
      return latest.resolveSibling(name).resolve(RunFolder.SCENARIO);
    } catch (IOException | InvalidPathException e) {
      throw new ScenarioException(latest + ": does not name a recorded run");
    }
  }

  private Path inLibrary(String name) {
    List<String> names = names();
    if (library.isPresent() && names.contains(name)) {
      return library.get().resolve(name + EXTENSION);
    }
    throw new ScenarioException(
        name + ": there is no such file and no such library scenario" + Spelling.hint(name, names));
  }

  /** The names of all library scenarios, sorted. */
  List<String> names() {
    if (library.isEmpty() || !Files.isDirectory(library.get())) {
      return List.of();
    }
    Path root = library.get();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .map(name -> name.substring(0, name.length() - EXTENSION.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
