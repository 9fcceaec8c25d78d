package dev.faultline.cli;

import dev.faultline.campaign.shrink.Effort;
import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.shrink.MinimalText;
import dev.faultline.campaign.shrink.Shrinker;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.record.RunFolder;
import dev.faultline.cli.record.WholeFile;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.cli.terminal.ShrinkSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a failure small. */
@Command(
    name = "shrink",
    description = {
      "Writes the smallest scenario that breaks the same check.",
      "A minimal scenario that no longer gets as far as it did is looked for anew."
    },
    footer = {
      "",
      "Examples:",
      "  faultline shrink raft/flaw-r04-forgotten-vote",
      "  faultline shrink faultline-out/my-scenario/seed-7 --shrink-runs 100000"
    })
final class ShrinkCommand implements Callable<Integer> {
  /** A scenario of this name lies in the folder of a run or a failure, where its results belong. */
  private static final Set<String> IN_FOLDERS =
      Set.of(RunFolder.SCENARIO, CampaignFolder.FOUND, CampaignFolder.MINIMAL);

  private final Surroundings surroundings;

  @Mixin private ScenarioOptions options;

  @Mixin private PatienceOption patience;

  @Option(
      names = "--shrink-runs",
      paramLabel = "N",
      description = "how many smaller scenarios are run at most (default: 60000)")
  private long runs = Effort.USUAL.runs();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "the file to write (default: minimal.yaml, in the folder of the failure",
        "if it has one)"
      })
  private @Nullable Path out;

  ShrinkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ScenarioSource source = new ScenarioSource(surroundings, options);
    Optional<Minimal> found = shrink(source);
    if (found.isEmpty()) {
      surroundings.complain("faultline: " + options.scenario() + ": " + nothing(source));
      return ExitCode.NOTHING_MATCHED;
    }
    Minimal minimal = found.get();
    Path file = Objects.requireNonNullElseGet(out, () -> usual(source.file()));
    String replay =
        CommandText.of(
            surroundings.command(), options.classPath(), List.of("replay", file.toString()));
    WholeFile.write(file, MinimalText.of(minimal, source.protocols(), replay));
    surroundings.out().print(ShrinkSummary.of(minimal, file, replay, surroundings.ink()));
    return ExitCode.AS_EXPECTED;
  }

  private Optional<Minimal> shrink(ScenarioSource source) {
    Effort effort = Effort.USUAL.withRuns(runs);
    Shrinker shrinker = new Shrinker(source.protocols(), surroundings.version().toString(), effort);
    try (LateBar bar = surroundings.bar("shrinking")) {
      return Watched.call(
          patience.duration(), vigil -> shrinker.watchedBy(vigil).shrink(source.scenario(), bar));
    } catch (NeverReturned hang) {
      surroundings.complain(
          "faultline: " + options.scenario() + " stays as it is: a run that was tried never ended");
      throw hang;
    }
  }

  private static String nothing(ScenarioSource source) {
    return source.scenario().found().isPresent()
        ? "breaks no check any more, under no other seed and at no other times that were tried"
        : "breaks no check, so there is nothing to make small";
  }

  private static Path usual(Path scenario) {
    Path name = Path.of(CampaignFolder.MINIMAL);
    return IN_FOLDERS.contains(scenario.getFileName().toString())
        ? scenario.resolveSibling(name)
        : name;
  }
}
