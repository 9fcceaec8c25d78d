package dev.faultline.cli;

import dev.faultline.campaign.CampaignWatcher;
import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.Hang;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.publish.Finding;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.shrink.MinimalText;
import dev.faultline.check.Violation;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.fuzz.FailureText;
import dev.faultline.cli.terminal.CampaignBar;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.Rows;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Writes down what a campaign finds, as soon as it is found. */
final class FailureKeeper {
  private static final Ink INK = new Ink(false, true);

  private final Surroundings surroundings;
  private final ClassPath classPath;
  private final Protocols protocols;
  private final CampaignFolder folder;
  private final LongFunction<String> again;

  /**
   * @param again the command that runs a seed again
   */
  FailureKeeper(
      Surroundings surroundings,
      ClassPath classPath,
      Protocols protocols,
      CampaignFolder folder,
      LongFunction<String> again) {
    this.surroundings = surroundings;
    this.classPath = classPath;
    this.protocols = protocols;
    this.folder = folder;
    this.again = again;
  }

  /**
   * Follows a campaign.
   *
   * @param bar shows how far it is
   */
  CampaignWatcher showing(CampaignBar bar) {
    return new CampaignWatcher() {
      @Override
      public void counted(SeedCounts counts, int groups, long simulatedNanos) {
        bar.at(counts, groups, simulatedNanos);
      }

      @Override
      public boolean interrupts() {
        return surroundings.interruption().happened();
      }

      @Override
      public void found(FailureGroup group) throws IOException {
        write(group, Optional.empty());
      }
    };
  }

  /** Writes a group of failures, with the smallest scenario when there is one. */
  Finding write(FailureGroup group, Optional<Minimal> minimal) throws IOException {
    String name = group.shape().fileName();
    String found = command("replay", file(name, CampaignFolder.FOUND));
    Finding finding =
        minimal.isPresent()
            ? finding(group, minimal, command("run", file(name, CampaignFolder.MINIMAL)))
            : finding(group, minimal, found);
    SeedRun run = group.smallest();
    Scenario recording = run.scenario().recording(run.result(), version());
    Map<String, String> files = new TreeMap<>();
    files.put(
        CampaignFolder.FOUND, new ScenarioWriter(protocols).print(recording, Optional.empty()));
    files.put(CampaignFolder.TEXT, text(finding, minimal, found));
    minimal.ifPresent(small ->
        files.put(CampaignFolder.MINIMAL, MinimalText.of(small, protocols, finding.replay())));
    folder.write(name, files);
    return finding;
  }

  /** What is to be said of a group of failures that was written as well as it could be. */
  Finding finding(FailureGroup group) {
    Path found = file(group.shape().fileName(), CampaignFolder.FOUND);
    boolean written = Files.exists(found);
    return finding(
        group,
        Optional.empty(),
        written ? command("replay", found) : again.apply(group.seeds().getFirst()));
  }

  private Finding finding(FailureGroup group, Optional<Minimal> minimal, String replay) {
    Violation violation =
        minimal.map(Minimal::violation).orElseGet(() -> group.smallest().violation().orElseThrow());
    String name = group.shape().fileName();
    return new Finding(
        Finding.Kind.FAILURE,
        violation.check(),
        name,
        violation.message(),
        FailureText.of(violation),
        group.seeds(),
        group.count(),
        minimal.map(small -> OptionalInt.of(small.steps().size())).orElse(OptionalInt.empty()),
        folder.of(name),
        replay);
  }

  private String text(Finding finding, Optional<Minimal> minimal, String found) {
    Rows rows = new Rows(INK);
    rows.row("seeds", FailureText.seeds(finding.seeds(), finding.count()));
    rows.row("version", version());
    rows.whole("replay", finding.replay());
    if (minimal.isPresent()) {
      rows.row("made small", effort(minimal.get()));
      rows.whole("as found", found);
    } else {
      rows.whole("make small", command("shrink", file(finding.name(), CampaignFolder.FOUND)));
    }
    return finding.details() + "\n" + rows;
  }

  private static String effort(Minimal minimal) {
    String steps = Figures.count(minimal.steps().size(), "step") + " in the smallest scenario";
    return switch (minimal.end()) {
      case SMALLEST -> steps;
      case OUT_OF_RUNS -> steps + "; there may be a smaller one, which needs more --shrink-runs";
      case OUT_OF_TIME -> steps + "; there may be a smaller one, which needs more time";
    };
  }

  /** Writes what was being run when its code never returned. */
  Finding write(Hang hang) throws IOException {
    String name = "hang-seed-" + hang.scenario().seed();
    Finding finding =
        new Finding(
            Finding.Kind.HANG,
            "hang",
            name,
            FailureText.message(hang),
            FailureText.of(hang),
            List.of(hang.scenario().seed()),
            1,
            OptionalInt.empty(),
            folder.of(name),
            command("run", file(name, CampaignFolder.SCENARIO)));
    Map<String, String> files = new TreeMap<>();
    files.put(
        CampaignFolder.SCENARIO,
        new ScenarioWriter(protocols).print(hang.scenario(), Optional.empty()));
    Rows rows = new Rows(INK);
    rows.row("version", version());
    rows.whole("replay", finding.replay());
    files.put(CampaignFolder.TEXT, finding.details() + "\n" + rows);
    folder.write(name, files);
    return finding;
  }

  private Path file(String finding, String name) {
    return folder.of(finding).resolve(name);
  }

  private String command(String command, Path file) {
    return CommandText.of(surroundings.command(), classPath, List.of(command, file.toString()));
  }

  private String version() {
    return surroundings.version().toString();
  }
}
