package dev.faultline.cli;

import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.publish.CampaignReport;
import dev.faultline.campaign.publish.GitHubText;
import dev.faultline.campaign.publish.JUnitXml;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.cli.fuzz.CampaignFolders;
import dev.faultline.cli.fuzz.CampaignJson;
import dev.faultline.cli.fuzz.CampaignSummary;
import dev.faultline.cli.record.WholeFile;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs scenarios under many seeds. */
@Command(
    name = "fuzz",
    description = "Runs scenarios under many seeds; makes small what fails.",
    footer = {
      "",
      "Examples:",
      "  faultline fuzz raft/chaotic-network",
      "  faultline fuzz my-scenarios/*.yaml --time 10m --stop-after 1 --junit-xml fuzz.xml"
    })
final class FuzzCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final List<CampaignReport> reports = new ArrayList<>();
  private final List<Integer> codes = new ArrayList<>();

  @Mixin private FuzzOptions options;

  @Spec private CommandSpec spec;

  FuzzCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    CampaignSettings settings = settings();
    Protocols protocols = options.classPath().protocols();
    Map<String, Scenario> scenarios = load(protocols);
    try (CampaignFolders folders = open(scenarios.values())) {
      if (options.junitXml().isPresent()) {
        tryOut(options.junitXml().get());
      }
      surroundings.interruption().listen();
      try {
        fuzz(scenarios, settings, protocols, folders);
      } catch (IOException | RuntimeException | Error e) {
        publishDespite(e);
        throw e;
      }
      publish();
    }
    return ExitCode.gravest(codes);
  }

  /** Everything that the options say is looked at before anything is done. */
  private CampaignSettings settings() {
    try {
      options.time();
      options.maxUndecided();
      options.effort();
      return options.settings();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The scenarios by what a person calls them. */
  private Map<String, Scenario> load(Protocols protocols) {
    ScenarioLoader loader = new ScenarioLoader(protocols);
    ScenarioFinder finder = new ScenarioFinder(surroundings.library());
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    Map<String, String> argumentOfName = new TreeMap<>();
    for (String argument : options.scenarios()) {
      Path file = finder.find(argument);
      Scenario scenario = loader.load(file, options.overrides());
      if (scenario.recorded().isPresent()) {
        throw new ScenarioException(
            argument + ": expected a scenario, got a recorded run, which is always the same");
      }
      String other = argumentOfName.putIfAbsent(scenario.name(), argument);
      if (other != null) {
        throw new ScenarioException(
            argument + ": the name '" + scenario.name() + "' is also that of " + other);
      }
      scenarios.put(argument, scenario);
      warnOfVainOverrides(argument, file, scenario, loader, new Swarm(protocols));
    }
    return scenarios;
  }

  /** What is drawn for each seed replaces what is set, and nobody would notice. */
  private void warnOfVainOverrides(
      String argument, Path file, Scenario scenario, ScenarioLoader loader, Swarm swarm) {
    for (int i = 0; i < options.overrides().size(); i++) {
      List<String> others = new ArrayList<>(options.overrides());
      String override = others.remove(i);
      if (isVain(() -> loader.load(file, others), scenario, swarm)) {
        surroundings.complain(
            "faultline: warning: --set "
                + override
                + " changes nothing in "
                + argument
                + ": it is drawn for each seed; the section fuzz says from what");
      }
    }
  }

  private static boolean isVain(Supplier<Scenario> without, Scenario with, Swarm swarm) {
    try {
      Scenario other = without.get();
      return other.expect().equals(with.expect())
          && LongStream.rangeClosed(1, 8)
              .allMatch(seed -> swarm.draw(other, seed).equals(swarm.draw(with, seed)));
    } catch (ScenarioException unfit) {
      return false;
    }
  }

  private void fuzz(
      Map<String, Scenario> scenarios,
      CampaignSettings settings,
      Protocols protocols,
      CampaignFolders folders)
      throws IOException {
    Allowance allowance = new Allowance(settings, options.time(), scenarios.size());
    for (Map.Entry<String, Scenario> entry : scenarios.entrySet()) {
      if (allowance.isSpent() || surroundings.interruption().happened()) {
        surroundings.complain("faultline: " + entry.getKey() + " was not begun");
        codes.add(ExitCode.UNDECIDED);
        continue;
      }
      Scenario scenario = entry.getValue();
      FuzzSession session =
          new FuzzSession(
              surroundings,
              options,
              protocols,
              scenario,
              entry.getKey(),
              allowance.settings(),
              folders.of(scenario.name()));
      CampaignReport report = session.run();
      allowance.spend(report.result().counts().failed());
      codes.add(session.code());
      tell(report);
    }
  }

  private CampaignFolders open(Collection<Scenario> scenarios) throws IOException {
    try {
      return CampaignFolders.open(options.out(), scenarios.stream().map(Scenario::name).toList());
    } catch (FileSystemException e) {
      throw cannotWrite(options.out(), e);
    }
  }

  private static IOException cannotWrite(Path place, IOException trouble) {
    return new IOException("cannot write " + place + ": " + FileTrouble.reason(trouble), trouble);
  }

  private void tell(CampaignReport report) throws IOException {
    reports.add(report);
    if (options.junitXml().isPresent()) {
      writeJUnitXml(options.junitXml().get(), JUnitXml.of(reports));
    }
    if (!options.json()) {
      surroundings.out().print(CampaignSummary.of(report, surroundings.ink()));
      surroundings.out().flush();
    }
    if (report.result().end() instanceof CampaignEnd.Broke broke) {
      explain(broke);
    }
  }

  private static void explain(CampaignEnd.Broke broke) {
    if (broke.thrown() instanceof OutOfMemoryError full) {
      throw full;
    }
    throw new IllegalStateException(
        "seed " + broke.seed() + " could not be run: " + broke.thrown(), broke.thrown());
  }

  // For build servers.

  /**
   * Fails now rather than when hours of work are to be reported. No report is left: neither an
   * empty one nor that of an earlier campaign speaks for one that is killed.
   */
  private static void tryOut(Path file) throws IOException {
    writeJUnitXml(file, "");
    Files.delete(file);
  }

  private static void writeJUnitXml(Path file, String text) throws IOException {
    try {
      WholeFile.write(file, text);
    } catch (FileSystemException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Why the campaigns ended matters more than what goes wrong here. */
  private void publishDespite(Throwable trouble) {
    try {
      publish();
    } catch (IOException e) {
      trouble.addSuppressed(e);
    }
  }

  private void publish() throws IOException {
    if (options.json()) {
      surroundings.out().print(CampaignJson.of(reports));
    }
    if ("true".equals(surroundings.environment().get("GITHUB_ACTIONS"))) {
      GitHubText.annotations(reports).forEach(surroundings::complain);
      summarizeForGitHub();
    }
  }

  private void summarizeForGitHub() throws IOException {
    String file = surroundings.environment().get("GITHUB_STEP_SUMMARY");
    if (file != null && !file.isEmpty()) {
      Files.writeString(
          Path.of(file),
          GitHubText.summary(reports),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
