package dev.faultline.cli.fuzz;

import dev.faultline.cli.record.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The failures of earlier campaigns: scenario files, and folders of failures with one in them. Each
 * is run again before a campaign; none is ever removed.
 */
public final class Graveyard {
  /** What shows a failure, the best first. */
  private static final List<String> SCENARIOS =
      List.of(CampaignFolder.MINIMAL, CampaignFolder.FOUND, CampaignFolder.SCENARIO);

  private static final Pattern COMMENTS = Pattern.compile("(?m)^#.*\\R?");

  /** The version in the section of a scenario that tells where it comes from. */
  private static final Pattern VERSION =
      Pattern.compile("(?m)^((?:found|recorded):.*(?:\\R\\h.*)*?\\bversion: )[^,}\\s]+");

  private final Path folder;

  /**
   * @param folder it need not be there
   */
  public Graveyard(Path folder) {
    this.folder = folder;
  }

  /** The scenarios in it, in the order of their names. */
  public List<Path> scenarios() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().flatMap(entry -> scenario(entry).stream()).toList();
    }
  }

  private static Optional<Path> scenario(Path entry) {
    if (Files.isDirectory(entry)) {
      return SCENARIOS.stream().map(entry::resolve).filter(Files::exists).findFirst();
    }
    return entry.toString().endsWith(".yaml") ? Optional.of(entry) : Optional.empty();
  }

  /**
   * Moves the folder of a failure here. One that is here already is not needed twice; another one
   * of the same name gets a number.
   */
  void bury(Path failure) throws IOException {
    Files.createDirectories(folder);
    Path grave = folder.resolve(failure.getFileName());
    for (int number = 2; Files.exists(grave); number++) {
      if (showTheSame(failure, grave)) {
        WholeFolder.delete(failure);
        return;
      }
      grave = folder.resolve(failure.getFileName() + "-" + number);
    }
    WholeFolder.move(failure, grave);
  }

  private static boolean showTheSame(Path one, Path other) throws IOException {
    Optional<Path> here = scenario(one);
    Optional<Path> there = scenario(other);
    return here.isPresent()
        && there.isPresent()
        && essence(here.get()).equals(essence(there.get()));
  }

  /** Without the version that found it, and without what the file tells of itself. */
  private static String essence(Path scenario) throws IOException {
    String text = COMMENTS.matcher(Files.readString(scenario)).replaceAll("");
    return VERSION.matcher(text).replaceAll("$1");
  }
}
