package dev.faultline.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.documentation.Page.Block;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the documentation as a reader does: writes the files that it shows, types its commands,
 * and compares what they print. {@code -Dfaultline.docs.update=true} writes what they print now
 * into the pages instead, exit codes excepted; review the difference.
 */
class DocumentationTest {
  private static final boolean UPDATE = Boolean.getBoolean("faultline.docs.update");

  /** Shows the exit code of the command before it; without, that has to be 0. */
  private static final String EXIT = "echo $?";

  /** What a snippet of a scenario leaves out. */
  private static final String SYSTEM = "system: { protocol: raft, nodes: 5 }\n";

  private static final String WORKLOAD = "workload: { service: kv, clients: 8, rate: 100/s }\n";

  @TempDir private Path folder;

  @TestFactory
  @DisplayName("each page's files and commands do what it says")
  Stream<DynamicTest> pages() throws IOException {
    return Page.all().stream()
        .map(page -> DynamicTest.dynamicTest(page.name(), () -> follow(page)));
  }

  private void follow(Page page) throws IOException, InterruptedException {
    Desk desk = new Desk(Files.createTempDirectory(folder, "desk"));
    for (Block block : page.blocks()) {
      if (block.title().isPresent()) {
        desk.write(block.title().get(), block.text());
      }
    }
    List<String> updated = new ArrayList<>(page.lines());
    for (Block block : page.blocks()) {
      List<String> dialogue = play(block, desk);
      if (block.language().equals("console") && !block.lines().contains(Transcript.ANYTHING)) {
        int end = updated.size() - (page.lines().size() - block.firstLine() - block.lines().size());
        updated.subList(end - block.lines().size(), end).clear();
        updated.addAll(end - block.lines().size(), dialogue);
      }
    }
    if (UPDATE) {
      Files.write(page.file(), updated);
    }
  }

  /** Types the commands of a block; gives back the dialogue as it was. */
  private static List<String> play(Block block, Desk desk)
      throws IOException, InterruptedException {
    List<String> dialogue = new ArrayList<>();
    List<Transcript.Step> steps = Transcript.of(block).steps();
    for (int i = 0; i < steps.size(); i++) {
      Transcript.Step step = steps.get(i);
      if (isForTheReaderAlone(step.command())) {
        continue;
      }
      boolean exitIsShown = i + 1 < steps.size() && steps.get(i + 1).command().equals(EXIT);
      Desk.Done done = desk.type(step.command());
      String what = block + "\n$ " + step.command() + "\n" + done.output();
      assertThat(exitIsShown || done.exit() == 0).as("exit %d of %s", done.exit(), what).isTrue();
      boolean mayChange = UPDATE && !step.command().equals(EXIT);
      assertThat(mayChange || step.printed(done.output())).as("what is printed: %s", what).isTrue();
      dialogue.add("$ " + step.command());
      done.output().lines().map(String::stripTrailing).forEach(dialogue::add);
    }
    return dialogue;
  }

  /** Builds take too long here; CI runs both. What they name has to be there. */
  private static boolean isForTheReaderAlone(String command) {
    List<String> words = Desk.words(command);
    String program = words.get(0);
    if (program.equals("mvn")) {
      words.stream()
          .filter(word -> word.startsWith("-Dtest="))
          .forEach(word -> assertThat(isTest(word.substring("-Dtest=".length()))).isTrue());
      return true;
    }
    if (program.equals(".ci/run") || program.equals("src-test/benchmark")) {
      assertThat(Page.ROOT.resolve(program)).isExecutable();
      return true;
    }
    return false;
  }

  private static boolean isTest(String name) {
    try (Stream<Path> files = Files.walk(Page.ROOT)) {
      return files.anyMatch(file -> file.endsWith(name + ".java"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  @DisplayName("each scenario, and each snippet of one, is valid")
  Stream<DynamicTest> scenarios() throws IOException {
    return Page.all().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.language().equals("yaml") && block.title().isEmpty())
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> validate(block)));
  }

  private void validate(Block block) throws IOException {
    Path file = Files.createTempFile(folder, "snippet", ".yaml");
    Files.writeString(file, completed(block.text()));
    assertThat(new ScenarioLoader(Protocols.installed()).load(file, List.of())).isNotNull();
  }

  private static String completed(String text) {
    return (has(text, "system") ? "" : SYSTEM) + (has(text, "workload") ? "" : WORKLOAD) + text;
  }

  private static boolean has(String text, String section) {
    return text.lines().anyMatch(line -> line.startsWith(section + ":"));
  }

  @Test
  @DisplayName("the README shows exactly two commands before anything else: run, and test")
  void twoCommands() throws IOException {
    List<String> commands =
        Page.read(Page.ROOT.resolve("README.md")).blocks().stream()
            .filter(block -> block.language().equals("sh"))
            .limit(2)
            .flatMap(block -> block.lines().stream())
            .toList();
    assertThat(commands)
        .containsExactly(
            "./faultline run scenarios/library/raft/minority-partition.yaml", "mvn -B verify");
    assertThat(Files.readString(Page.ROOT.resolve(".ci/run"))).contains(commands);
  }
}
