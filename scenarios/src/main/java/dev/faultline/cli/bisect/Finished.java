package dev.faultline.cli.bisect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A process that has ended.
 *
 * @param code its exit code
 * @param output what it printed
 * @param errors what it complained about
 */
record Finished(int code, String output, String errors) {
  /**
   * Runs a command to its end.
   *
   * @throws IOException when it cannot be started
   */
  static Finished of(Path folder, List<String> command) throws IOException {
    StringBuilder output = new StringBuilder();
    return of(folder, command, line -> output.append(line).append('\n')).printed(output.toString());
  }

  /**
   * Runs a command to its end.
   *
   * @param lines gets what it prints, line by line, in place of {@link #output}
   * @throws IOException when it cannot be started
   */
  static Finished of(Path folder, List<String> command, Consumer<String> lines) throws IOException {
    Path errors = Files.createTempFile("faultline-bisect-", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      process.getOutputStream().close();
      process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines);
      return new Finished(
          waitFor(process), "", new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
    } finally {
      Files.delete(errors);
    }
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted", e);
    }
  }

  private Finished printed(String text) {
    return new Finished(code, text, errors);
  }

  /** The last line of what it said, errors first; its exit code when it said nothing. */
  String lastWords() {
    return (output + "\n" + errors)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((first, second) -> second)
        .orElse("exit code " + code);
  }
}
