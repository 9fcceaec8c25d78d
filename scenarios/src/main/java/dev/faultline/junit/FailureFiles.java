package dev.faultline.junit;

import dev.faultline.cli.CommandText;
import dev.faultline.cli.Main;
import dev.faultline.cli.Version;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.record.ResultJson;
import dev.faultline.cli.record.RunFolder;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where tests record failures: one folder a seed, as {@code faultline run} writes it, and beside
 * all of them the file {@code cli}, which tells {@code java} how to start Faultline with the class
 * path of the test. So a replay needs no installation and knows the protocol.
 */
final class FailureFiles {
  private static final String FOLDER = "faultline";

  private final Path root;
  private final Path out;

  private FailureFiles(Path root, Path out) {
    this.root = root;
    this.out = out;
  }

  /**
   * Those of one test.
   *
   * @param test a folder of its own; empty for none
   */
  static FailureFiles below(String test) {
    Path root = Path.of(System.getProperty("faultline.out", usual().toString())).toAbsolutePath();
    return new FailureFiles(root, root.resolve(test));
  }

  /** Where build tools put what they make: Gradle's folder in its projects, elsewhere Maven's. */
  private static Path usual() {
    boolean gradle =
        Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"));
    return Path.of(gradle ? "build" : "target", FOLDER);
  }

  /**
   * Records a run.
   *
   * @return its folder
   * @throws IOException when it cannot be written
   */
  Path write(CompletedRun run, Execution execution) throws IOException {
    RunFolder folder = new RunFolder(out, run.scenario().name(), run.result().seed());
    String version = Version.current().toString();
    String json = ResultJson.of(run, version, replay(folder.path()));
    // Charts would double the time that a failure takes; a replay by `run` draws them.
    folder.write(RunFolder.Contents.of(run, execution, json, version, Progress.NONE), place -> {});
    writeStarter();
    return folder.path();
  }

  /** The command that replays what is in a folder, from wherever it is typed. */
  String replay(Path folder) {
    return command("replay", folder.toString());
  }

  /** The command that makes the failure in a folder smaller. */
  String shrink(Path folder) {
    String minimal = folder.resolve(CampaignFolder.MINIMAL).toString();
    return command("shrink", folder.toString(), "--out", minimal);
  }

  private String command(String... arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return Stream.concat(Stream.of(java.toString(), "@" + starter()), Arrays.stream(arguments))
        .map(CommandText::quoted)
        .collect(Collectors.joining(" "));
  }

  private Path starter() {
    return root.resolve("cli");
  }

  /** Other processes may write the same file at the same time. */
  private void writeStarter() throws IOException {
    Path fresh = Files.createTempFile(root, ".cli-", "");
    String options =
        "--enable-native-access=ALL-UNNAMED\n-Dslf4j.internal.verbosity=ERROR\n-cp\n\""
            + absolute(System.getProperty("java.class.path")).replace("\\", "\\\\")
            + "\"\n"
            + Main.class.getName()
            + "\n";
    Files.writeString(fresh, options, StandardCharsets.UTF_8);
    Files.move(
        fresh, starter(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
