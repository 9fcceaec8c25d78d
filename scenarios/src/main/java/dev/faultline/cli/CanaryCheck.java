package dev.faultline.cli;

import dev.faultline.campaign.SampledRun;
import dev.faultline.campaign.publish.Finding;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.record.WholeFolder;
import dev.faultline.cli.terminal.Figures;
import dev.faultline.execution.Canary;
import dev.faultline.execution.Execution;
import dev.faultline.execution.Progress;
import dev.faultline.execution.Verification;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs a sample of a campaign again, here and in a second JVM, and compares: the two with each
 * other, and the one here with the campaign, where other seeds ran before and at the same time.
 */
final class CanaryCheck {
  private static final String NAME = "nondeterminism";

  private final Surroundings surroundings;
  private final ClassPath classPath;
  private final Protocols protocols;
  private final ScenarioWriter writer;
  private final CampaignFolder folder;

  /**
   * @param folder where a scenario is kept that ran differently
   */
  CanaryCheck(
      Surroundings surroundings, ClassPath classPath, Protocols protocols, CampaignFolder folder) {
    this.surroundings = surroundings;
    this.classPath = classPath;
    this.protocols = protocols;
    this.writer = new ScenarioWriter(protocols);
    this.folder = folder;
  }

  /**
   * Compares.
   *
   * @param sample in the order in which it is run here
   * @return what is wrong, if anything
   * @throws IOException when there is no second JVM, or files cannot be written
   */
  Optional<Finding> check(List<SampledRun> sample) throws IOException {
    Path temporary = Files.createTempDirectory("faultline-canary-");
    try {
      List<String> files = write(sample, temporary);
      try (Canary canary = Canary.start(program(CanaryCommand.NAME), files)) {
        List<String> here =
            sample.stream().map(each -> Canary.fingerprint(execution(each.scenario()))).toList();
        List<String> there = canary.fingerprints();
        for (int i = 0; i < sample.size(); i++) {
          if (!here.get(i).equals(there.get(i))) {
            String message = "ran differently in a second JVM";
            return Optional.of(report(sample.get(i).scenario(), message, Path.of(files.get(i))));
          }
        }
      }
      return checkCampaign(sample, files);
    } finally {
      WholeFolder.delete(temporary);
    }
  }

  private Optional<Finding> checkCampaign(List<SampledRun> sample, List<String> files)
      throws IOException {
    SeedRunner alone = new SeedRunner(protocols);
    for (int i = 0; i < sample.size(); i++) {
      SampledRun run = sample.get(i);
      if (alone.run(run.scenario()).result().fingerprint() != run.fingerprint()) {
        String message = "ran differently in the campaign and alone";
        return Optional.of(report(run.scenario(), message, Path.of(files.get(i))));
      }
    }
    return Optional.empty();
  }

  private List<String> write(List<SampledRun> sample, Path place) throws IOException {
    List<String> files = new ArrayList<>();
    for (SampledRun run : sample) {
      Path file = place.resolve(files.size() + ".yaml");
      Files.writeString(file, yaml(run.scenario()), StandardCharsets.UTF_8);
      files.add(file.toString());
    }
    return files;
  }

  private String yaml(Scenario scenario) {
    return writer.print(scenario, Optional.empty());
  }

  private Execution execution(Scenario scenario) {
    return new Execution(scenario, protocols, false);
  }

  private List<String> program(String command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    classPath.path().ifPresent(path -> arguments.addAll(List.of("--classpath", path)));
    return arguments;
  }

  private Finding report(Scenario scenario, String what, Path file) throws IOException {
    List<String> twin = program(TwinCommand.NAME);
    twin.add(file.toString());
    Verification verification =
        new Verification(execution(scenario), twin, RunVerifier::comparable);
    String where = where(verification.verify(Progress.NONE));
    Path kept = folder.of(NAME).resolve(CampaignFolder.SCENARIO);
    String verify =
        CommandText.of(
            surroundings.command(), classPath, List.of("run", kept.toString(), "--verify"));
    folder.write(
        NAME,
        Map.of(
            CampaignFolder.SCENARIO,
            yaml(scenario),
            CampaignFolder.TEXT,
            where + "\n\nreplay  " + verify + "\n"));
    String message = "seed " + scenario.seed() + " " + what;
    return new Finding(
        Finding.Kind.NONDETERMINISM,
        NAME,
        NAME,
        message,
        ("nondeterminism: " + message + "\n" + where).indent(2),
        List.of(scenario.seed()),
        1,
        OptionalInt.empty(),
        folder.of(NAME),
        verify);
  }

  private static String where(Verification.Finding finding) {
    return switch (finding) {
      case Verification.Finding.Different different ->
          "first in event "
              + different.event()
              + " at "
              + Figures.moment(different.time())
              + ": "
              + different.what()
              + "\n  here   "
              + different.here()
              + "\n  there  "
              + different.there()
              + "\n";
      case Verification.Finding.Elusive(String where) ->
          "not when every event was compared: " + where + "\n";
      case Verification.Finding.Same same ->
          "not when it was run alone: something stays from one run to the next, or is shared by"
              + " threads\n";
    };
  }
}
