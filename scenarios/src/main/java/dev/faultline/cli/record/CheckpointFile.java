package dev.faultline.cli.record;

import dev.faultline.execution.Checkpoint;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Fingerprints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads {@code checkpoints.txt}: how the run was made, then a line for each checkpoint
 * with its virtual time in nanoseconds, the number of events so far and their fingerprint. A replay
 * compares them to say where it first differed.
 *
 * @param keepGoing did the run go on after violations?
 * @param checkpoints in order
 */
public record CheckpointFile(boolean keepGoing, List<Checkpoint> checkpoints) {
  private static final String STOPS = "stops-at-violation";
  private static final String GOES_ON = "keeps-going";

  public CheckpointFile {
    checkpoints = List.copyOf(checkpoints);
  }

  static void write(Path file, CompletedRun run) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(run.keepGoing() ? GOES_ON : STOPS);
    for (Checkpoint each : run.checkpoints()) {
      lines.add(each.time() + " " + each.events() + " " + Fingerprints.text(each.fingerprint()));
    }
    Files.write(file, lines, StandardCharsets.US_ASCII);
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it is not there or has another form
   */
  public static CheckpointFile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    try {
      List<Checkpoint> checkpoints = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] parts = line.split(" ", -1);
        checkpoints.add(
            new Checkpoint(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Fingerprints.parse(parts[2])));
      }
      return new CheckpointFile(lines.getFirst().equals(GOES_ON), checkpoints);
    } catch (RuntimeException e) {
      throw new IOException(file + " is not a list of checkpoints", e);
    }
  }
}
