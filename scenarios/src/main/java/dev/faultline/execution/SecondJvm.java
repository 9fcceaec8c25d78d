package dev.faultline.execution;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This program once more, in a JVM whose hash codes, locale, time zone, collector and heap are
 * others: what must not show in a run.
 */
final class SecondJvm implements AutoCloseable {
  private static final String MAIN = "dev.faultline.cli.Main";
  private static final long MEGABYTE = 1024 * 1024;
  private static final List<String> OTHER_SETTINGS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:hashCode=3",
          "-XX:+UseParallelGC",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "-Duser.language=tr",
          "-Duser.country=TR",
          "-Duser.timezone=Pacific/Chatham");

  private final Process process;
  private final Path errors;

  private SecondJvm(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param arguments of the program
   */
  static SecondJvm start(List<String> arguments) throws IOException {
    Path errors = Files.createTempFile("faultline-second-jvm-", ".txt");
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(OTHER_SETTINGS);
    command.add("-Xmx" + otherHeapMegabytes() + "m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      return new SecondJvm(process, errors);
    } catch (IOException e) {
      Files.delete(errors);
      throw e;
    }
  }

  /** Not this JVM's, and not much less. */
  private static long otherHeapMegabytes() {
    return Math.max(64, Runtime.getRuntime().maxMemory() / MEGABYTE * 7 / 8);
  }

  /** What it prints. */
  InputStream output() {
    return process.getInputStream();
  }

  /**
   * Waits until it is over.
   *
   * @throws IOException when it failed; the message is the last line of what it complained about
   */
  void requireSuccess() throws IOException {
    int code = waitFor();
    if (code != 0) {
      throw new IOException("the second JVM failed: " + lastError().orElse("exit code " + code));
    }
  }

  private Optional<String> lastError() throws IOException {
    return Files.readString(errors).lines().reduce((first, second) -> second);
  }

  private int waitFor() throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Ends it when it is not over. */
  @Override
  public void close() throws IOException {
    process.destroy();
    waitFor();
    Files.delete(errors);
  }
}
