package dev.faultline.cli.fuzz;

import dev.faultline.cli.record.RunFolder;
import dev.faultline.cli.record.WholeFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a campaign, which belongs to one campaign at a time. */
public final class CampaignFolder implements AutoCloseable {
  /** The smallest scenario that shows a failure. */
  public static final String MINIMAL = "minimal.yaml";

  /** The recorded run that shows a failure. */
  public static final String FOUND = "found.yaml";

  /** What a failure is about, for people. */
  public static final String TEXT = "failure.txt";

  /** What was being run when no result came of it. */
  public static final String SCENARIO = "scenario.yaml";

  /** The folder of what earlier campaigns found. */
  public static final String GRAVEYARD = "graveyard";

  private static final String NAME = "fuzz";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  private CampaignFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder, if it is not there, and takes it.
   *
   * @param out the folder of all results
   * @param scenario the name of the scenario
   * @throws IOException when another campaign has it, or it cannot be written
   */
  public static CampaignFolder open(Path out, String scenario) throws IOException {
    Path folder = RunFolder.ofScenario(out, scenario).resolve(NAME);
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (take(channel) == null) {
      channel.close();
      throw new IOException("another campaign is writing to " + folder);
    }
    return new CampaignFolder(folder, channel);
  }

  private static @Nullable FileLock take(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Where the files of a finding are. */
  public Path of(String finding) {
    return folder.resolve(finding);
  }

  /**
   * Writes the files of a finding, in place of those that were there.
   *
   * @param files their contents by their names
   */
  public void write(String finding, Map<String, String> files) throws IOException {
    WholeFolder.write(
        of(finding),
        fresh -> {
          for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(
                fresh.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
          }
        });
  }

  /** The failures of earlier campaigns. */
  public Graveyard graveyard() {
    return new Graveyard(folder.resolve(GRAVEYARD));
  }

  /** Moves what an earlier campaign found into the graveyard. */
  public void buryEarlierFindings() throws IOException {
    for (Path finding : findings()) {
      graveyard().bury(finding);
    }
  }

  private List<Path> findings() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(CampaignFolder::isFinding).sorted().toList();
    }
  }

  /** A hidden folder is one whose writing was broken off. */
  private static boolean isFinding(Path entry) {
    return !entry.getFileName().toString().startsWith(".")
        && Files.isRegularFile(entry.resolve(TEXT));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
