package dev.faultline.cli.fuzz;

import dev.faultline.campaign.FailureGroup;
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
import org.jspecify.annotations.Nullable;

/** The folder of a campaign, which belongs to one campaign at a time. */
public final class CampaignFolder implements AutoCloseable {
  /** The smallest scenario that shows a failure. */
  public static final String MINIMAL = "minimal.yaml";

  /** The recorded run that shows a failure. */
  public static final String FOUND = "found.yaml";

  /** What a failure is about, for people. */
  public static final String TEXT = "failure.txt";

  private static final String NAME = "fuzz";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  /** Somebody else has it. */
  public static final class Taken extends IOException {
    private static final long serialVersionUID = 1L;

    Taken(Path folder) {
      super("another campaign is writing to " + folder);
    }
  }

  private CampaignFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder, if it is not there, and takes it.
   *
   * @param out the folder of all results
   * @param scenario the name of the scenario
   * @throws Taken when another campaign has it
   * @throws IOException when it cannot be written
   */
  public static CampaignFolder open(Path out, String scenario) throws IOException {
    Path folder = RunFolder.ofScenario(out, scenario).resolve(NAME);
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (take(channel) == null) {
      channel.close();
      throw new Taken(folder);
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

  /** Where a group of failures is. */
  public Path of(FailureGroup group) {
    return folder.resolve(group.shape().fileName());
  }

  /**
   * Writes what is known of a group, in place of what was known before.
   *
   * @param recording the run that shows it, as a scenario
   * @param text for people
   */
  public void write(FailureGroup group, String recording, String text) throws IOException {
    WholeFolder.write(
        of(group),
        fresh -> {
          Files.writeString(fresh.resolve(FOUND), recording, StandardCharsets.UTF_8);
          Files.writeString(fresh.resolve(TEXT), text, StandardCharsets.UTF_8);
        });
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
