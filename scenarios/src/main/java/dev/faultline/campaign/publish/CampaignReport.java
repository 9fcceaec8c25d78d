package dev.faultline.campaign.publish;

import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.CampaignVerdict;
import dev.faultline.campaign.Seeds;
import java.util.List;

/**
 * A campaign that is over.
 *
 * @param scenario its name
 * @param version of this program
 * @param strategy the name of the search strategy
 * @param seeds those that were asked for
 * @param result what came of the seeds
 * @param verdict what it says about the system
 * @param asExpected did it end as the scenario expects?
 * @param findings everything wrong, the gravest first
 * @param notes what a person should know besides, a sentence each
 * @param rerun the command that runs the campaign again
 */
public record CampaignReport(
    String scenario,
    String version,
    String strategy,
    Seeds seeds,
    CampaignResult result,
    CampaignVerdict verdict,
    boolean asExpected,
    List<Finding> findings,
    List<String> notes,
    String rerun) {
  public CampaignReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
