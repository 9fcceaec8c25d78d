package dev.faultline.campaign.publish;

import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.CampaignVerdict;
import dev.faultline.campaign.Coverage;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.Seeds;
import dev.faultline.check.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reports for tests. */
final class Reports {
  private Reports() {}

  static Finding finding(String name, String message, String details) {
    return new Finding(
        Finding.Kind.FAILURE,
        "raft/election-safety",
        name,
        message,
        details,
        List.of(3L, 8L),
        12,
        OptionalInt.of(9),
        Path.of("out", name),
        "./faultline run out/" + name + "/minimal.yaml");
  }

  static CampaignReport broken(List<Finding> findings) {
    return report(Verdict.VIOLATION, false, findings, List.of());
  }

  static CampaignReport report(
      Verdict verdict, boolean asExpected, List<Finding> findings, List<String> doubts) {
    Coverage coverage =
        new Coverage(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(
                Map.of("linearizable", 90L, "raft/election-safety", 100L, "raft/rare", 0L)));
    CampaignResult result =
        new CampaignResult(
            new CampaignEnd.AllSeeds(),
            new SeedCounts(80, 12, 3, 5),
            List.of(),
            coverage,
            List.of(),
            1_000,
            2_000_000_000,
            1_234_567_890);
    return new CampaignReport(
        "raft-example",
        "9.9",
        "random",
        new Seeds(1, 100),
        result,
        new CampaignVerdict(verdict, doubts),
        asExpected,
        findings,
        List.of(),
        "./faultline fuzz raft-example --seeds 1..100");
  }
}
