package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenarios that cannot be used. The files are in {@code bad/}; {@code bad/messages.txt} says for
 * each the one line that a person reads.
 */
class BadScenariosTest {
  private static final Path FOLDER = Path.of("src/test/resources/bad");

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> eachFileIsAnsweredWithItsLine() throws IOException {
    return Files.readAllLines(FOLDER.resolve("messages.txt")).stream()
        .map(line -> {
          String file = line.substring(0, line.indexOf(':'));
          return DynamicTest.dynamicTest(
              file, () -> assertThat(messageOf(FOLDER.resolve(file))).isEqualTo(line));
        });
  }

  @Test
  void everyFileHasALine() throws IOException {
    List<String> answered =
        Files.readAllLines(FOLDER.resolve("messages.txt")).stream()
            .map(line -> line.substring(0, line.indexOf(':')))
            .toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> yaml =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      assertThat(answered).isEqualTo(yaml).hasSizeGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void aFileThatIsNotThere() {
    assertThat(messageOf(temporary.resolve("none.yaml")))
        .isEqualTo("none.yaml: there is no such file");
  }

  @Test
  void aDirectory() {
    assertThat(messageOf(temporary))
        .isEqualTo(temporary.getFileName() + ": expected a scenario file, got a directory");
  }

  @Test
  void aScenarioOfTenMegabytes() throws IOException {
    Path file = write("big.yaml", "system: { protocol: toy }\n# " + "x".repeat(10 << 20));
    assertThat(messageOf(file))
        .isEqualTo("big.yaml: the file is too long: a scenario is at most 1 MiB");
  }

  @Test
  void aRecordingOfManyMegabytes() throws IOException {
    String head = "recorded: { version: x, fingerprint: \"0000000000000000\" }\n";
    Path file = write("recording.yaml", head + "#" + "x".repeat(32 << 20));
    assertThat(messageOf(file))
        .isEqualTo("recording.yaml: the file is too long: a recording is at most 32 MiB");
  }

  @Test
  void anEntityBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String inner = ("*a" + (i - 1) + ", ").repeat(9);
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(inner).append("x]\n");
    }
    assertThat(messageOf(write("bomb.yaml", bomb.toString())))
        .isEqualTo(
            "bomb.yaml:1:5: anchors and aliases are not part of the scenario language;"
                + " write the value out");
  }

  @Test
  void whatIsNotText() throws IOException {
    Path file = temporary.resolve("bytes.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xFF, (byte) 0xFE});
    assertThat(messageOf(file)).isEqualTo("bytes.yaml: not a text file: it is not UTF-8");
  }

  @Test
  void aControlCharacter() throws IOException {
    assertThat(messageOf(write("nul.yaml", "seed: 1\nabout: a\0b\n")))
        .isEqualTo("nul.yaml:2:9: not a text file: it has the character U+0000");
  }

  @Test
  void whatIsQuotedStaysOnOneLine() throws IOException {
    Path file = write("lines.yaml", "system: { protocol: \"to\\ny\\e[31m\" }\n");
    assertThat(messageOf(file))
        .isEqualTo(
            "lines.yaml:1:21: system.protocol: expected a protocol on the class path (toy),"
                + " got 'to y [31m'");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** The message about a file, without the folder that it is in. */
  private static String messageOf(Path file) {
    ScenarioLoader loader = new ScenarioLoader(ToyProtocol.INSTALLED);
    ScenarioException exception =
        catchThrowableOfType(ScenarioException.class, () -> loader.load(file, List.of()));
    String folder = file.getParent() + file.getFileSystem().getSeparator();
    assertThat(exception).hasMessageStartingWith(folder).message().doesNotContain("\n");
    return exception.getMessage().substring(folder.length());
  }
}
