package dev.faultline.campaign;

import java.util.List;

/**
 * What a campaign found. But for the times, and for an end that depends on them, it is the same on
 * any number of threads.
 *
 * @param end why it ended
 * @param counts of the seeds that count: all from the first to the last, without a gap
 * @param groups the failures, by what they have in common; the smallest first
 * @param coverage what the seeds reached
 * @param sample a few of the runs, to run them again elsewhere
 * @param events of all these seeds
 * @param simulatedNanos virtual time of all these seeds
 * @param wallNanos how long it took on this machine
 */
public record CampaignResult(
    CampaignEnd end,
    SeedCounts counts,
    List<FailureGroup> groups,
    Coverage coverage,
    List<SampledRun> sample,
    long events,
    long simulatedNanos,
    long wallNanos) {
  public CampaignResult {
    groups = List.copyOf(groups);
    sample = List.copyOf(sample);
  }
}
