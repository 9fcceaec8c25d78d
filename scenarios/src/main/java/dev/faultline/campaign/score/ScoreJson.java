package dev.faultline.campaign.score;

import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.search.Search;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A score as JSON, with every campaign. Base seeds are texts: 64 bits do not survive JavaScript.
 */
public final class ScoreJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Score score;

  private ScoreJson(Score score) {
    this.score = score;
  }

  /**
   * Writes one object, with a newline at the end.
   *
   * @param version of this program
   * @param command that makes it again
   * @param machine that wall times were measured on
   */
  public static String of(Score score, String version, String command, String machine) {
    ObjectNode root = MAPPER.createObjectNode();
    ScorePlan plan = score.plan();
    root.put("protocol", plan.protocol());
    root.put("version", version);
    root.put("command", command);
    root.put("machine", machine);
    root.put("baseSeed", Long.toString(plan.baseSeed()));
    root.put("campaigns", plan.campaigns());
    root.put("seedsPerCampaign", plan.seeds());
    ScoreJson json = new ScoreJson(score);
    json.flaws(root.putArray("flaws"));
    json.overall(root.putArray("overall"));
    json.clean(root.putArray("correct"));
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private void flaws(ArrayNode flaws) {
    for (Tally tally : score.tallies()) {
      ObjectNode flaw = flaws.addObject();
      flaw.put("flaw", tally.flaw().id());
      flaw.put("strategy", tally.search().toString());
      flaw.put("caught", tally.caught());
      flaw.put("median", tally.seedsAt(0.5));
      if (tally.search() == score.plan().searches().get(0)) {
        shrunk(flaw.putArray("shrunk"), score.shrunk().getOrDefault(tally.flaw().id(), List.of()));
      }
      score.ratio(tally).ifPresent(ratio -> ratio(flaw.putObject("againstRandom"), ratio));
      campaigns(flaw.putArray("hunts"), tally.hunts());
    }
  }

  private static void shrunk(ArrayNode failures, List<Shrunk> shrunk) {
    for (Shrunk failure : shrunk) {
      failures
          .addObject()
          .put("significantSteps", failure.steps())
          .put("wallMillis", failure.wallNanos() / 1_000_000);
    }
  }

  private static void campaigns(ArrayNode campaigns, List<Hunt> hunts) {
    for (Hunt hunt : hunts) {
      ObjectNode campaign = campaigns.addObject();
      campaign.put("seeds", hunt.seeds());
      campaign.put("check", hunt.caught().map(Hunt.Caught::check).orElse(null));
      campaign.put("events", hunt.events());
      campaign.put("wallMillis", hunt.wallNanos() / 1_000_000);
    }
  }

  private void overall(ArrayNode overall) {
    for (Search search : score.plan().searches()) {
      score
          .overall(search)
          .ifPresent(ratio ->
              ratio(
                  overall.addObject().put("strategy", search.toString()).putObject("againstRandom"),
                  ratio));
    }
  }

  private static void ratio(ObjectNode node, Ratio ratio) {
    node.put("ratio", ratio.value()).put("low", ratio.low()).put("high", ratio.high());
  }

  private void clean(ArrayNode correct) {
    for (Patrol patrol : score.patrols()) {
      ObjectNode node = correct.addObject();
      node.put("strategy", patrol.search().toString());
      node.put("seeds", patrol.counts().total());
      node.put("failed", patrol.counts().failed());
      node.put("undecided", patrol.counts().undecided());
      node.put("idle", patrol.counts().idle());
      node.put("events", patrol.events());
      node.put("wallMillis", patrol.wallNanos() / 1_000_000);
      alarms(node.putArray("falseAlarms"), patrol.alarms());
    }
  }

  private static void alarms(ArrayNode alarms, List<FailureGroup> groups) {
    for (FailureGroup group : groups) {
      alarms
          .addObject()
          .put("check", group.shape().check())
          .put("shape", group.shape().text())
          .put("count", group.count())
          .put("seed", Long.toString(group.seeds().get(0)));
    }
  }
}
