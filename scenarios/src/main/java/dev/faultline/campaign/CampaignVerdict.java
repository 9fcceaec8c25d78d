package dev.faultline.campaign;

import dev.faultline.check.Verdict;
import dev.faultline.values.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign says about a system.
 *
 * @param verdict pass only when its seeds together judged all there is to judge
 * @param doubts what speaks against a pass, a sentence each, whatever the verdict
 */
public record CampaignVerdict(Verdict verdict, List<String> doubts) {
  public CampaignVerdict {
    doubts = List.copyOf(doubts);
  }

  /**
   * Judges all seeds of a campaign together.
   *
   * @param maxUndecided how many of the seeds may be undecided
   */
  public static CampaignVerdict of(CampaignResult result, Share maxUndecided) {
    List<String> doubts = new ArrayList<>();
    judgeEnd(result.end(), doubts);
    doubts.addAll(doubts(result.counts(), result.coverage(), maxUndecided));
    boolean broken = !result.groups().isEmpty() || result.end() instanceof CampaignEnd.Stuck;
    Verdict verdict =
        broken ? Verdict.VIOLATION : doubts.isEmpty() ? Verdict.PASS : Verdict.UNDECIDED;
    return new CampaignVerdict(verdict, doubts);
  }

  /**
   * What speaks against a pass of these seeds, a sentence each.
   *
   * @param coverage what they reached together
   * @param maxUndecided how many of them may be undecided
   */
  public static List<String> doubts(SeedCounts counts, Coverage coverage, Share maxUndecided) {
    List<String> doubts = new ArrayList<>();
    judgeSeeds(counts, maxUndecided, doubts);
    if (counts.total() > 0) {
      judgeCoverage(coverage, doubts);
    }
    return doubts;
  }

  /** The same, knowing of something broken that is not among the seeds. */
  public CampaignVerdict broken() {
    return new CampaignVerdict(Verdict.VIOLATION, doubts);
  }

  /** The same, knowing of one more reason not to believe in a pass. */
  public CampaignVerdict doubting(String doubt) {
    List<String> more = new ArrayList<>(doubts);
    more.add(doubt);
    return new CampaignVerdict(verdict == Verdict.PASS ? Verdict.UNDECIDED : verdict, more);
  }

  private static void judgeEnd(CampaignEnd end, List<String> doubts) {
    switch (end) {
      case CampaignEnd.Interrupted interrupted -> doubts.add("the campaign was interrupted");
      case CampaignEnd.Broke broke -> doubts.add("the campaign broke off in seed " + broke.seed());
      case CampaignEnd.CannotWrite trouble ->
          doubts.add("the campaign ended because a failure could not be written");
      case CampaignEnd.AllSeeds all -> {}
      case CampaignEnd.TimeUp up -> {}
      case CampaignEnd.EnoughFailures enough -> {}
      case CampaignEnd.Stuck stuck -> {}
    }
  }

  private static void judgeSeeds(SeedCounts counts, Share maxUndecided, List<String> doubts) {
    if (counts.total() == 0) {
      doubts.add("no seed was run to its end");
      return;
    }
    if (counts.undecided() > maxUndecided.value() * counts.total()) {
      doubts.add(
          counts.undecided()
              + " of "
              + counts.total()
              + " seeds are undecided; at most "
              + maxUndecided
              + " may be");
    }
    if (counts.idle() == counts.total()) {
      doubts.add("no operation succeeded in any seed");
    }
  }

  private static void judgeCoverage(Coverage coverage, List<String> doubts) {
    coverage.checksNeverMade().forEach(check -> doubts.add(check + " never had anything to judge"));
    coverage.signsNeverSeen(true).forEach(sign -> doubts.add(sign + " never happened"));
  }
}
