package dev.faultline.campaign.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubTextTest {
  @Test
  void anAnnotationIsOneLineWithNothingThatEndsItEarly() {
    Finding finding = Reports.finding("group", "100 % wrong,\r\nsays n1: really", "facts\n");

    assertThat(GitHubText.annotations(List.of(Reports.broken(List.of(finding)))))
        .containsExactly(
            "::error title=raft-example%3A raft/election-safety::100 %25 wrong,%0D%0Asays n1: really"
                + "%0Areplay: ./faultline run out/group/minimal.yaml");
  }

  @Test
  void thereAreAtMostTenAnnotations() {
    Finding finding = Reports.finding("group", "wrong", "facts\n");
    CampaignReport report = Reports.broken(Collections.nCopies(7, finding));

    assertThat(GitHubText.annotations(List.of(report, report))).hasSize(10);
  }

  @Test
  void anUndecidedCampaignIsAWarningAndWhatWasExpectedIsNothing() {
    Finding finding = Reports.finding("group", "wrong", "facts\n");

    assertThat(
            GitHubText.annotations(
                List.of(
                    Reports.report(Verdict.UNDECIDED, false, List.of(), List.of("one", "two")),
                    Reports.report(Verdict.VIOLATION, true, List.of(finding), List.of()),
                    Reports.report(Verdict.PASS, true, List.of(), List.of()))))
        .containsExactly("::warning title=raft-example%3A not as expected::one%0Atwo");
  }

  @Test
  void theSummaryTellsEveryCampaign() {
    Finding finding = Reports.finding("group", "a | b <c>\nd", "facts\n```\n");

    String summary =
        GitHubText.summary(
            List.of(
                Reports.broken(List.of(finding)),
                Reports.report(Verdict.PASS, true, List.of(), List.of())));

    assertThat(summary)
        .contains(
            "### ❌ violation: raft-example\n\n"
                + "100 seeds: 80 passed, 12 failed, 3 undecided, 5 without a successful operation\n")
        .contains("| `raft/election-safety` | 12 | a \\| b &lt;c> d |\n")
        .contains("```\nfacts\n'''\n\n./faultline run out/group/minimal.yaml\n```\n")
        .contains("### ✅ pass: raft-example\n")
        .contains("Run again: `./faultline fuzz raft-example --seeds 1..100`");
  }

  @Test
  void theWordTellsWhatWasExpected() {
    assertThat(
            GitHubText.summary(
                List.of(
                    Reports.report(Verdict.VIOLATION, true, List.of(), List.of()),
                    Reports.report(Verdict.PASS, false, List.of(), List.of()),
                    Reports.report(Verdict.UNDECIDED, false, List.of(), List.of()))))
        .contains("✅ violation, as expected:", "❌ pass, not as expected:", "❌ undecided:");
  }
}
