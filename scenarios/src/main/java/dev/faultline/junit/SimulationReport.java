package dev.faultline.junit;

import dev.faultline.campaign.Coverage;
import dev.faultline.campaign.SeedCounts;
import java.util.List;

/**
 * What the seeds of a test did together.
 *
 * @param counts how many ended how
 * @param failed the seeds that did not end as the scenario expects
 * @param coverage what happened in how many of them
 */
public record SimulationReport(SeedCounts counts, List<Long> failed, Coverage coverage) {
  public SimulationReport {
    failed = List.copyOf(failed);
  }

  /**
   * In how many seeds a kind of fact was reported.
   *
   * @param fact the simple name of its class
   */
  public long seedsWith(String fact) {
    return coverage.facts().getOrDefault(fact, 0L);
  }
}
