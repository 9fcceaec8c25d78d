package dev.faultline.cli.bisect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the revision that is checked out and runs a failure with it.
 *
 * @param failure the scenario file
 * @param folder where both happen
 * @param program the words that start Faultline
 * @param build a shell command; empty when nothing has to be built
 * @param classPath with protocols that are not Faultline's own
 */
public record Trial(
    Path failure,
    Path folder,
    List<String> program,
    Optional<String> build,
    Optional<String> classPath) {
  /** Violations, passes and undecided runs; with any other code there is no result. */
  private static final int GREATEST_CODE_OF_A_RUN = 2;

  public Trial {
    program = List.copyOf(program);
  }

  /** Builds and runs. */
  public Outcome outcome() {
    if (!Files.isDirectory(folder)) {
      return new Outcome.Skipped("has no folder " + folder.getFileName());
    }
    try {
      Optional<String> trouble = buildTrouble();
      return trouble.isPresent() ? new Outcome.Skipped("does not build: " + trouble.get()) : run();
    } catch (IOException e) {
      return new Outcome.Skipped("cannot be run: " + e.getMessage());
    }
  }

  private Optional<String> buildTrouble() throws IOException {
    if (build.isEmpty()) {
      return Optional.empty();
    }
    Finished built = Finished.of(folder, List.of("sh", "-c", build.get()));
    return built.code() == 0 ? Optional.empty() : Optional.of(built.lastWords());
  }

  private Outcome run() throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("run", failure.toString(), "--no-files", "--json"));
    classPath.ifPresent(path -> command.addAll(List.of("--classpath", path)));
    Finished ran = Finished.of(folder, command);
    return ran.code() <= GREATEST_CODE_OF_A_RUN
        ? Outcome.of(ran.output())
        : new Outcome.Skipped(ran.lastWords());
  }
}
