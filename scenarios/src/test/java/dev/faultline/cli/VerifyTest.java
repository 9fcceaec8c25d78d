package dev.faultline.cli;

import static dev.faultline.cli.ProbeProtocol.Behaviour.COUNTING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.IDENTIFYING;
import static dev.faultline.cli.ProbeProtocol.Behaviour.SOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faultline run --verify}: a second JVM gives the same run, or the first difference. */
class VerifyTest {
  /** The first request reaches the server: nothing before it can differ. */
  private static final String FIRST_REQUEST =
      "event 6 at 0.011 s: n1 handles Request[number=1, operation=Write[value=v1]] from c1";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = Shell.in(folder);
  }

  @Test
  void aDeterministicRunIsVerified() {
    Answer answer = shell.probe("run", shell.scenario(SOUND), "--verify", "--no-files");

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).containsPattern("verified +a second JVM with other hash codes");
  }

  @Test
  void anObjectsIdentityIsFoundAtItsFirstEvent() {
    Answer answer =
        shell.probe("run", shell.scenarioOfThree(IDENTIFYING), "--verify", "--no-files");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err())
        .isEqualTo(
            "faultline: nondeterminism: the first event that differs in a second JVM is "
                + FIRST_REQUEST
                + "\n");
    assertThat(answer.out())
        .startsWith("PASS  identifying")
        .containsPattern("here +n1 -> c1 is sent Reply\\[number=1, .*, stamp=[0-9]+\\]\n")
        .containsPattern("there +n1 -> c1 is sent Reply\\[number=1, .*, stamp=[0-9]+\\]\n");
  }

  @Test
  void stateThatSurvivesARunIsFoundToo() {
    Answer answer = shell.probe("run", shell.scenarioOfThree(COUNTING), "--verify", "--no-files");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).contains("event 6 at");
  }
}
