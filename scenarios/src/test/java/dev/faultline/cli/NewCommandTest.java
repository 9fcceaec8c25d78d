package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code faultline new}: what it writes can be used at once. */
class NewCommandTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  @Test
  void aNewScenarioValidatesAndPasses() {
    Path file = folder.resolve("my-first.yaml");
    Answer answer = shell.run("new", "scenario", folder.resolve("my-first").toString());

    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("./faultline run " + file);
    assertThat(Shell.read(file)).contains("name: my-first\n").doesNotContain("${");
    assertThat(shell.run("validate", file.toString()).code()).isZero();
    Answer run = shell.run("run", file.toString(), "--no-files");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("PASS  my-first  seed 1 ");
  }

  @Test
  void nothingIsOverwritten() {
    Path file = shell.write("mine.yaml", "precious");
    Answer answer = shell.run("new", "scenario", folder.resolve("mine").toString());

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).isEqualTo(file + " is already there; nothing was written\n");
    assertThat(Shell.read(file)).isEqualTo("precious");
    assertThat(shell.run("new", "protocol", folder.resolve("library/..").toString()).code())
        .isEqualTo(64);
  }

  @Test
  void aFolderThatCannotBeMadeIsOneLine() {
    Path file = shell.write("file", "");
    Answer answer = shell.run("new", "scenario", file.resolve("below").toString());

    assertThat(answer.code()).isEqualTo(70);
    assertThat(answer.err()).startsWith("faultline: " + file).hasLineCount(1);
    assertThat(answer.err()).doesNotContain("internal error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"My", "2pc", "a b", "a_b", "-a", "a-", ".."})
  void aNameIsWordsInLowerCase(String name) {
    Answer answer = shell.run("new", "scenario", folder + "/" + name);

    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err())
        .isEqualTo("expected a name of words in lower case, joined with '-', got '" + name + "'\n");
  }

  @Test
  void aNewProtocolCompilesAndItsScenarioPasses() {
    Path made = folder.resolve("my-register");
    assertThat(shell.run("new", "protocol", made.toString()).code()).isZero();
    Path source = made.resolve("src/myregister/MyRegister.java");
    assertThat(Shell.read(source)).doesNotContain("${");

    assertThat(compile(source, made.resolve("classes"))).isEmpty();
    Answer run =
        shell.run(
            "run",
            made.resolve("my-register.yaml").toString(),
            "--classpath",
            made.resolve("classes").toString(),
            "--keep-going",
            "--no-files");
    assertThat(run.out())
        .startsWith("PASS  my-register  seed 1 ")
        .containsPattern("held +.*my-register");
  }

  /** Compiles with every warning on, and gives what the compiler says. */
  private static String compile(Path source, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    compiler
        .getTask(
            said,
            files,
            null,
            List.of("-d", classes.toString(), "-Xlint:all", "--release", "21"),
            null,
            files.getJavaFileObjects(source))
        .call();
    return said.toString();
  }
}
