package dev.faultline.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
  @TempDir private Path parent;

  @Test
  void whatWasThereComesBackWhenItCannotBeReplaced() throws IOException {
    Path folder = parent.resolve("result");
    WholeFolder.write(folder, fresh -> Files.writeString(fresh.resolve("file"), "old"));

    assertThatThrownBy(() -> WholeFolder.replace(parent.resolve(".gone"), folder))
        .isInstanceOf(IOException.class);

    assertThat(folder.resolve("file")).hasContent("old");
    assertThat(parent.toFile().list()).containsExactly("result");
  }
}
