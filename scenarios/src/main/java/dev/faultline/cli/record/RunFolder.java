package dev.faultline.cli.record;

import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Progress;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import dev.faultline.service.Services;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes the files of a run. They are made in a folder beside their place and moved there as a
 * whole, so that nobody ever sees half a result.
 */
public final class RunFolder {
  public static final String RESULT = "result.json";
  public static final String SCENARIO = "scenario.yaml";
  public static final String CHECKPOINTS = "checkpoints.txt";
  public static final String TRACE = "trace.jsonl";
  public static final String LATEST = "latest";

  private static final String HISTORY = "history.jsonl";

  /** The folder of all runs of the scenario. */
  private final Path runs;

  private final Path folder;

  /** Draws the charts of a run into a folder. */
  public interface Illustrator {
    /**
     * Draws.
     *
     * @throws IOException when the disk is full or cannot be written
     */
    void draw(Path folder) throws IOException;
  }

  /**
   * What is written.
   *
   * @param json the contents of {@code result.json}
   * @param yaml the contents of {@code scenario.yaml}
   * @param trace what led to the first violation, if there was one
   */
  public record Contents(CompletedRun run, String json, String yaml, Optional<Trace> trace) {
    /**
     * Everything that can be written about a run.
     *
     * @param execution that gave the run; it runs once more when there is a violation to trace
     * @param json the contents of {@code result.json}
     * @param version of this program
     */
    public static Contents of(
        CompletedRun run, Execution execution, String json, String version, Progress progress) {
      Scenario recording = run.scenario().recording(run.result(), version);
      String yaml = new ScenarioWriter(execution.protocols()).print(recording, Optional.empty());
      return new Contents(run, json, yaml, trace(run, execution, progress));
    }

    private static Optional<Trace> trace(CompletedRun run, Execution execution, Progress progress) {
      if (run.result().violations().isEmpty()) {
        return Optional.empty();
      }
      Trace trace = new Trace();
      execution.runToViolation(trace, progress);
      return Optional.of(trace);
    }
  }

  /**
   * @param out the folder of all results
   * @param scenario the name of the scenario
   */
  public RunFolder(Path out, String scenario, long seed) {
    this.runs = ofScenario(out, scenario);
    this.folder = runs.resolve("seed-" + seed);
  }

  /** Where the files are. */
  public Path path() {
    return folder;
  }

  /** The folder of all results of a scenario, named as it is as far as files can be. */
  public static Path ofScenario(Path out, String scenario) {
    String name = scenario.replaceAll("[^A-Za-z0-9._-]+", "-");
    return out.resolve(name.isEmpty() || name.startsWith(".") ? "_" + name : name);
  }

  /**
   * Writes everything, in place of what an earlier run of the same seed left.
   *
   * @throws IOException when the disk is full or cannot be written
   */
  public void write(Contents contents, Illustrator illustrator) throws IOException {
    try {
      WholeFolder.write(
          folder,
          fresh -> {
            fill(fresh, contents);
            illustrator.draw(fresh);
          });
      pointLatest();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void fill(Path fresh, Contents contents) throws IOException {
    CompletedRun run = contents.run();
    Files.writeString(fresh.resolve(RESULT), contents.json(), StandardCharsets.UTF_8);
    Files.writeString(fresh.resolve(SCENARIO), contents.yaml(), StandardCharsets.UTF_8);
    CheckpointFile.write(fresh.resolve(CHECKPOINTS), run);
    if (run.scenario().workload().isPresent()) {
      String service = run.scenario().workload().get().service();
      HistoryFile.write(fresh.resolve(HISTORY), run.result().history(), Services.named(service));
    }
    if (contents.trace().isPresent()) {
      contents.trace().get().write(fresh.resolve(TRACE));
    }
  }

  /**
   * Points {@code latest} at this run; where links are not possible, it is a file with the name.
   */
  private void pointLatest() throws IOException {
    Path pointer = Files.createTempFile(runs, "." + LATEST + "-", "");
    try {
      Files.delete(pointer);
      Files.createSymbolicLink(pointer, folder.getFileName());
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.writeString(pointer, folder.getFileName() + "\n", StandardCharsets.UTF_8);
    }
    Files.move(
        pointer,
        runs.resolve(LATEST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
