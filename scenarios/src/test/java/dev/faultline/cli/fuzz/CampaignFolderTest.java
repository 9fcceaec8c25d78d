package dev.faultline.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFolderTest {
  @TempDir private Path out;

  @Test
  void belongsToOneAtATime() throws IOException {
    try (CampaignFolder folder = CampaignFolder.open(out, "example")) {
      assertThatThrownBy(() -> CampaignFolder.open(out, "example"))
          .isInstanceOf(IOException.class)
          .hasMessage("another campaign is writing to " + folder.path());
      CampaignFolder.open(out, "another").close();
    }
    CampaignFolder.open(out, "example").close();
  }

  @Test
  void aFindingIsReplacedAsAWhole() throws IOException {
    try (CampaignFolder folder = CampaignFolder.open(out, "example")) {
      folder.write("group", Map.of("found.yaml", "one", "failure.txt", "one"));
      folder.write("group", Map.of("failure.txt", "two"));

      assertThat(folder.of("group").resolve("found.yaml")).doesNotExist();
      assertThat(folder.of("group").resolve("failure.txt")).hasContent("two");
      assertThat(folder.path()).isDirectoryNotContaining("glob:**/.group*");
    }
  }

  @Test
  void earlierFindingsGoToTheGraveyard() throws IOException {
    try (CampaignFolder folder = CampaignFolder.open(out, "example")) {
      bury(folder, "group", "first");
      bury(folder, "group", "first");
      bury(folder, "group", "second");
      bury(folder, "other", "third");

      Path graveyard = folder.path().resolve("graveyard");
      assertThat(folder.graveyard().scenarios())
          .isEqualTo(
              List.of(
                  graveyard.resolve("group/found.yaml"),
                  graveyard.resolve("group-2/found.yaml"),
                  graveyard.resolve("other/found.yaml")));
      assertThat(graveyard.resolve("group/found.yaml")).hasContent("first");
      assertThat(graveyard.resolve("group-2/found.yaml")).hasContent("second");
      assertThat(folder.of("group")).doesNotExist();
    }
  }

  @Test
  void aFailureThatAnotherVersionFindsAgainNeedsNoSecondGrave() throws IOException {
    try (CampaignFolder folder = CampaignFolder.open(out, "example")) {
      bury(folder, "group", "# one\nseed: 1\nfound: { check: a, version: 1.0, witness: [b] }\n");
      bury(folder, "group", "# two\nseed: 1\nfound: { check: a, version: 2.0, witness: [b] }\n");
      bury(folder, "block", "seed: 1\nfound:\n  check: a\n  version: 1.0\n");
      bury(folder, "block", "seed: 1\nfound:\n  check: a\n  version: 2.0\n");
      bury(folder, "other", "seed: 1\nsystem: { config: { version: 1 } }\n");
      bury(folder, "other", "seed: 1\nsystem: { config: { version: 2 } }\n");

      assertThat(folder.graveyard().scenarios())
          .extracting(file -> file.getParent().getFileName().toString())
          .containsExactly("block", "group", "other", "other-2");
    }
  }

  @Test
  void whatWasBrokenOffIsNoFinding() throws IOException {
    try (CampaignFolder folder = CampaignFolder.open(out, "example")) {
      bury(folder, ".group-123", "half");

      assertThat(folder.graveyard().scenarios()).isEmpty();
    }
  }

  @Test
  void aGraveShowsTheSmallestItHas() throws IOException {
    Path graveyard = out.resolve("graveyard");
    Files.createDirectories(graveyard.resolve("group"));
    Files.writeString(graveyard.resolve("group/found.yaml"), "large");
    Files.writeString(graveyard.resolve("group/minimal.yaml"), "small");
    Files.writeString(graveyard.resolve("by-hand.yaml"), "any");
    Files.writeString(graveyard.resolve("README.md"), "about");

    assertThat(new Graveyard(graveyard).scenarios())
        .containsExactly(
            graveyard.resolve("by-hand.yaml"), graveyard.resolve("group/minimal.yaml"));
    assertThat(new Graveyard(out.resolve("nowhere")).scenarios()).isEmpty();
  }

  private static void bury(CampaignFolder folder, String name, String scenario) throws IOException {
    folder.write(name, Map.of("found.yaml", scenario, "failure.txt", "text"));
    folder.buryEarlierFindings();
  }
}
