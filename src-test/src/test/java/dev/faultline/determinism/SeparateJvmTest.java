package dev.faultline.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Starts the packaged program in JVMs that differ in everything that must not matter. */
class SeparateJvmTest {
  private static final Path DIST = Path.of(System.getProperty("faultline.dist", "missing"));
  private static final Path ROOT = Path.of(System.getProperty("faultline.root", "."));

  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("-XX:+UseSerialGC", "-Duser.language=en", "-Duser.timezone=UTC"),
          List.of(
              "-XX:+UseParallelGC",
              "-XX:+UnlockExperimentalVMOptions",
              "-XX:hashCode=2",
              "-Duser.language=tr",
              "-Duser.country=TR",
              "-Duser.timezone=Asia/Kathmandu"),
          List.of(
              "-XX:+UseG1GC",
              "-Xmx512m",
              "-Xint",
              "-Duser.language=ar",
              "-Duser.country=EG",
              "-Duser.timezone=America/St_Johns",
              "-Dfile.encoding=ISO-8859-1"),
          List.of(
              "-XX:+UseSerialGC",
              "-Xmx256m",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UnlockExperimentalVMOptions",
              "-XX:hashCode=3",
              "-Duser.language=hi",
              "-Duser.country=IN"));

  @Test
  @DisplayName(
      "hash salt, locale, time zone, collector, compiler and heap change no byte of a result")
  void sameResultEverywhere() throws Exception {
    assumeThat(DIST.resolve("lib")).isDirectory();
    for (String scenario : List.of("minority-partition", "lost-unsynced-writes")) {
      Set<String> results = new LinkedHashSet<>();
      for (List<String> settings : SETTINGS) {
        results.add(resultOf(scenario, settings));
      }
      assertThat(results).as(scenario).hasSize(1);
      assertThat(results.iterator().next()).contains("\"fingerprint\"").contains("\"operations\"");
    }
  }

  /** The JSON of a run without what may differ: how long it took on the wall. */
  private static String resultOf(String scenario, List<String> settings)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings);
    command.addAll(
        List.of(
            "-cp",
            DIST.resolve("lib/faultline-cli.jar").toString(),
            "dev.faultline.cli.Main",
            "run",
            ROOT.resolve("scenarios/library/raft/" + scenario + ".yaml").toString(),
            "--set",
            "duration=12s",
            "--set",
            "faults=[]",
            "--set",
            "checks=[linearizable, raft]",
            "--json",
            "--no-files"));
    Path errors = Files.createTempFile("faultline", ".err");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(exit).as(() -> read(errors) + output).isZero();
    return output.replaceAll("\"wallMillis\"\\s*:\\s*[0-9.]+", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
