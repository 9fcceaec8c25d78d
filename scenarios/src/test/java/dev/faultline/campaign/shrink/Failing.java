package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Scenarios that fail, and a shrinker for them. */
final class Failing {
  static final Protocols PROTOCOLS = Protocols.installed();
  static final Effort EFFORT = new Effort(40_000, Duration.ofMinutes(10));

  private Failing() {}

  /** A scenario of the library. */
  static Scenario library(String name) {
    return load(Path.of("library").resolve(name + ".yaml"));
  }

  /** A scenario by its text. */
  static Scenario text(String text) {
    try {
      Path file = Files.createTempFile("scenario", ".yaml");
      try {
        return load(Files.writeString(file, text));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario load(Path file) {
    return new ScenarioLoader(PROTOCOLS).load(file, List.of());
  }

  static Minimal shrink(Scenario scenario) {
    return new Shrinker(PROTOCOLS, "9.9", EFFORT).shrink(scenario).orElseThrow();
  }
}
