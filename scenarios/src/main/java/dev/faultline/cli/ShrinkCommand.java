package dev.faultline.cli;

import dev.faultline.campaign.shrink.Effort;
import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.shrink.MinimalText;
import dev.faultline.campaign.shrink.Shrinker;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a failure small. */
@Command(
    name = "shrink",
    description = "Makes the smallest scenario that breaks the same check.",
    footer = {
      "",
      "Example:",
      "  faultline shrink faultline-out/raft-flaw-r04-forgotten-vote/seed-1"
    })
final class ShrinkCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ScenarioOptions options;

  @Option(
      names = "--shrink-runs",
      paramLabel = "N",
      description = "how many smaller scenarios are run at most (default: 20000)")
  private long runs = Effort.USUAL.runs();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file to write (default: minimal.yaml)")
  private Path out = Path.of(CampaignFolder.MINIMAL);

  ShrinkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ScenarioSource source = new ScenarioSource(surroundings, options);
    Shrinker shrinker =
        new Shrinker(
            source.protocols(), surroundings.version().toString(), Effort.USUAL.withRuns(runs));
    Optional<Minimal> minimal = shrinker.shrink(source.scenario());
    if (minimal.isEmpty()) {
      surroundings.complain("faultline: " + options.scenario() + " breaks no check");
      return ExitCode.NOTHING_MATCHED;
    }
    String replay = surroundings.command() + " replay " + CommandText.quoted(out.toString());
    String text = new MinimalText(source.protocols()).of(minimal.get(), replay);
    Files.writeString(out, text, StandardCharsets.UTF_8);
    Rows rows = new Rows(surroundings.ink());
    rows.row("runs", Figures.count(minimal.get().runs()));
    surroundings.out().print(rows.whole("replay", replay));
    return ExitCode.AS_EXPECTED;
  }
}
