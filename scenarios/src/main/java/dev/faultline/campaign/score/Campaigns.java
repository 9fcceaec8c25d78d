package dev.faultline.campaign.score;

import dev.faultline.campaign.Campaign;
import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.CampaignWatcher;
import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.search.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Campaigns as {@code fuzz} runs them, each on one thread. */
final class Campaigns {
  /** A handler that takes longer never returns. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SeedRunner runner;

  Campaigns(SeedRunner runner) {
    this.runner = runner;
  }

  /** Goes on until a run fails, or so many seeds have passed. */
  Hunt hunt(Strategy strategy, long first, int seeds) {
    CampaignResult result = run(strategy, new Seeds(first, seeds), OptionalLong.of(1));
    Optional<SeedRun> failed = result.groups().stream().findFirst().map(group -> group.smallest());
    return new Hunt(
        Math.toIntExact(result.counts().total()),
        failed.map(Campaigns::caught),
        result.events(),
        result.wallNanos());
  }

  private static Hunt.Caught caught(SeedRun run) {
    return new Hunt.Caught(
        run.violation().orElseThrow().check(), run.scenario(), run.result().events());
  }

  /** Runs all of so many seeds. */
  Patrol patrol(Search search, Strategy strategy, long first, int seeds) {
    CampaignResult result = run(strategy, new Seeds(first, seeds), OptionalLong.empty());
    return new Patrol(
        search, result.counts(), result.groups(), result.events(), result.wallNanos());
  }

  private CampaignResult run(Strategy strategy, Seeds seeds, OptionalLong stopAfter) {
    CampaignResult result =
        Campaign.run(
            new CampaignSettings(seeds, Optional.empty(), 1, stopAfter, PATIENCE),
            strategy,
            List.of(),
            runner,
            CampaignWatcher.NONE);
    return switch (result.end()) {
      case CampaignEnd.AllSeeds all -> result;
      case CampaignEnd.EnoughFailures enough -> result;
      case CampaignEnd.TimeUp up -> throw cutShort(up);
      case CampaignEnd.Interrupted interrupted -> throw cutShort(interrupted);
      case CampaignEnd.Stuck stuck -> throw cutShort(stuck);
      case CampaignEnd.Broke broke -> throw cutShort(broke);
      case CampaignEnd.CannotWrite disk -> throw cutShort(disk);
    };
  }

  private static IllegalStateException cutShort(CampaignEnd end) {
    return new IllegalStateException("a campaign was cut short: " + end);
  }
}
