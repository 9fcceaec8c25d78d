package dev.faultline.cli;

import dev.faultline.campaign.Campaign;
import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.CampaignWatcher;
import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Strategy;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.fuzz.CampaignSummary;
import dev.faultline.cli.fuzz.SeedsOption;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.cli.terminal.Violations;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios under many seeds. */
@Command(
    name = "fuzz",
    description = "Runs scenarios under many seeds and keeps what fails.",
    footer = {
      "",
      "Examples:",
      "  faultline fuzz raft/chaotic-network",
      "  faultline fuzz my-scenarios/*.yaml --seeds 10000 --time 10m --stop-after 1"
    })
final class FuzzCommand implements Callable<Integer> {
  private static final Path OUT = Path.of("faultline-out");

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO",
      description = "scenario files, or names of library scenarios")
  private List<String> scenarios = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N|A..B",
      description = "how many seeds of each scenario, or which (default: 1000)")
  private String seeds = "1000";

  @Option(
      names = "--base-seed",
      paramLabel = "X",
      description = "the first seed: a number, or a text such as a commit's hash (default: 1)")
  private @Nullable String base;

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description = "how many seeds run at once (default: one for each core)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--stop-after",
      paramLabel = "K",
      description = "stops after K failing seeds (default: never)")
  private @Nullable Long stopAfter;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "overrides a setting: --set network.loss=2%%; can be repeated")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "writes to DIR/<name>/fuzz/ (default: faultline-out)")
  private Path out = OUT;

  @Mixin private ClassPath classPath;

  FuzzCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Protocols protocols = classPath.protocols();
    ScenarioLoader loader = new ScenarioLoader(protocols);
    ScenarioFinder finder = new ScenarioFinder(surroundings.library());
    List<Scenario> loaded = new ArrayList<>();
    for (String name : scenarios) {
      loaded.add(loader.load(finder.find(name), overrides));
    }
    List<Integer> codes = new ArrayList<>();
    for (Scenario scenario : loaded) {
      codes.add(fuzz(scenario, protocols));
    }
    return ExitCode.gravest(codes);
  }

  private int fuzz(Scenario scenario, Protocols protocols) throws IOException {
    try (CampaignFolder folder = CampaignFolder.open(out, scenario.name())) {
      CampaignResult result =
          Campaign.run(
              settings(),
              new SameScenario(scenario),
              new SeedRunner(protocols),
              new Keeper(folder, protocols),
              () -> false);
      surroundings
          .out()
          .print(new CampaignSummary(scenario.name(), result, surroundings.ink()).text());
      if (result.end() instanceof CampaignEnd.CannotWrite(IOException why)) {
        throw why;
      }
      return result.groups().isEmpty() ? ExitCode.AS_EXPECTED : ExitCode.NOT_AS_EXPECTED;
    }
  }

  private CampaignSettings settings() {
    try {
      return new CampaignSettings(
          SeedsOption.parse(seeds, Optional.ofNullable(base)),
          Optional.empty(),
          jobs,
          stopAfter == null ? OptionalLong.empty() : OptionalLong.of(stopAfter),
          Duration.ofSeconds(10));
    } catch (IllegalArgumentException e) {
      throw new ScenarioException("faultline: " + e.getMessage());
    }
  }

  /** The scenario as it is, under each seed. */
  private record SameScenario(Scenario scenario) implements Strategy {
    @Override
    public Trial next(long seed) {
      return Trial.of(scenario.withSeed(seed));
    }

    @Override
    public void learn(Trial trial, SeedRun run) {}
  }

  private final class Keeper implements CampaignWatcher {
    private final CampaignFolder folder;
    private final ScenarioWriter writer;

    Keeper(CampaignFolder folder, Protocols protocols) {
      this.folder = folder;
      this.writer = new ScenarioWriter(protocols);
    }

    @Override
    public void found(FailureGroup group) throws IOException {
      SeedRun run = group.smallest();
      Scenario recording =
          run.scenario().recording(run.result(), surroundings.version().toString());
      Rows rows = new Rows(Ink.PLAIN);
      new Violations(rows, run.result().violations()).write();
      folder.write(group, writer.print(recording, Optional.empty()), rows.toString());
    }
  }
}
