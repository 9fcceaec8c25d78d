package dev.faultline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.faultline.check.Linearizability.Report;
import dev.faultline.check.PublishedHistories.Published;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PublishedHistoriesTest {
  @TestFactory
  @DisplayName("every published history gets its published verdict")
  Stream<DynamicTest> verdicts() {
    assumeTrue(Files.isDirectory(PublishedHistories.folder()), "published data is not here");
    List<Published> index = PublishedHistories.index();
    assertThat(index).hasSizeGreaterThan(100);
    return index.stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> judge(one)));
  }

  private static void judge(Published published) {
    Report report =
        new Linearizability<>(PublishedHistories.model(published))
            .check(PublishedHistories.history(published));
    assertThat(report.verdict())
        .as(() -> report.toString())
        .isEqualTo(published.linearizable() ? Verdict.PASS : Verdict.VIOLATION);
  }
}
