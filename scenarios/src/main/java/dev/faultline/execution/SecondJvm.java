package dev.faultline.execution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts this program once more, in a JVM whose hash codes, locale, time zone, collector and heap
 * are others: what must not show in a run.
 */
final class SecondJvm {
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

  private SecondJvm() {}

  /**
   * Starts it.
   *
   * @param arguments of the program
   * @param errors a file for what it complains about
   */
  static Process start(List<String> arguments, Path errors) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(OTHER_SETTINGS);
    command.add("-Xmx" + otherHeapMegabytes() + "m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  /** Not this JVM's, and not much less. */
  private static long otherHeapMegabytes() {
    return Math.max(64, Runtime.getRuntime().maxMemory() / MEGABYTE * 7 / 8);
  }
}
