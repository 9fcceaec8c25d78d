package dev.faultline.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads scenario files. */
public final class ScenarioLoader {
  private final Protocols protocols;

  /** Scenarios may name these protocols. */
  public ScenarioLoader(Protocols protocols) {
    this.protocols = protocols;
  }

  /**
   * Reads and checks a scenario file.
   *
   * @param file shown in messages as it is given
   * @param overrides settings that replace the file's: {@code network.loss=2%}, {@code
   *     faults[0].at=5s}; {@code null} as a value removes a setting
   * @throws ScenarioException when the file or an override cannot be used
   */
  public Scenario load(Path file, List<String> overrides) {
    if (Files.notExists(file)) {
      throw new ScenarioException(file + ": there is no such file");
    }
    throw new UnsupportedOperationException(
        "the reader comes next, for " + overrides + protocols.names());
  }
}
