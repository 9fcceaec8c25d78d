package dev.faultline.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs some scenarios in a second JVM, with other settings, in reverse order, while the same
 * scenarios run here. What depends on the machine, or on what was run before, gives other
 * fingerprints there.
 */
public final class Canary implements AutoCloseable {
  private final SecondJvm second;

  private Canary(SecondJvm second) {
    this.second = second;
  }

  /**
   * Starts the second JVM.
   *
   * @param program the arguments that make this program run scenario files, in the order in which
   *     they follow, and print {@link #fingerprint} of each as a line
   * @param files in the order of the first JVM
   * @throws IOException when it cannot be started
   */
  public static Canary start(List<String> program, List<String> files) throws IOException {
    List<String> arguments = new ArrayList<>(program);
    arguments.addAll(files.reversed());
    return new Canary(SecondJvm.start(arguments));
  }

  /** The fingerprint of a run with everything that messages say, in text. */
  public static String fingerprint(Execution execution) {
    CompletedRun run = execution.runWithContents(Progress.NONE);
    return Fingerprints.text(run.result().fingerprint());
  }

  /**
   * Waits for the fingerprints of the second JVM, in the order of the first.
   *
   * @throws IOException when it did not do its work
   */
  public List<String> fingerprints() throws IOException {
    String text = new String(second.output().readAllBytes(), StandardCharsets.UTF_8);
    second.requireSuccess();
    return text.lines().toList().reversed();
  }

  @Override
  public void close() throws IOException {
    second.close();
  }
}
