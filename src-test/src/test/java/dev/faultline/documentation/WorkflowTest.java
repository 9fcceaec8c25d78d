package dev.faultline.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly campaign, which nobody sees fail for the wrong reason before the next morning. */
class WorkflowTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("the command of fuzz.yml runs a campaign from the commit's hash, and reports it")
  void nightlyCampaign() throws IOException, InterruptedException {
    Desk desk = new Desk(folder);
    Desk.Done done = desk.type(command());

    assertThat(done.exit()).as(done.output()).isZero();
    assertThat(done.output()).contains("raft-calm").contains("raft-register");
    assertThat(folder.resolve("faultline-out/fuzz.xml")).content().contains("<testsuite ");
  }

  private static String command() throws IOException {
    String run = "- run: ";
    return Files.readAllLines(Page.ROOT.resolve(".github/workflows/fuzz.yml")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith(run + "./faultline fuzz "))
        .findFirst()
        .orElseThrow()
        .substring(run.length())
        .replace("\"$SEEDS\"", "20")
        .replace("$GITHUB_SHA", "3f786850e387550fdab836ed7e6dc881de23001b")
        .concat(" --no-canary");
  }
}
