package dev.faultline.cli;

import dev.faultline.campaign.Campaign;
import dev.faultline.campaign.CampaignEnd;
import dev.faultline.campaign.CampaignResult;
import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.CampaignVerdict;
import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.Hang;
import dev.faultline.campaign.SampledRun;
import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.publish.CampaignReport;
import dev.faultline.campaign.publish.Finding;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Strategy;
import dev.faultline.campaign.shrink.Effort;
import dev.faultline.campaign.shrink.Minimal;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.check.Verdict;
import dev.faultline.cli.fuzz.CampaignFolder;
import dev.faultline.cli.terminal.CampaignBar;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.Vocabulary;
import dev.faultline.scenario.budget.Tolerance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The campaign over one scenario, from the graveyard to the report. */
final class FuzzSession {
  private static final String NOT_COMPARED =
      "the runs were not compared with a second JVM: interrupted";

  private final Surroundings surroundings;
  private final FuzzOptions options;
  private final Protocols protocols;
  private final Scenario scenario;
  private final CampaignSettings settings;
  private final CampaignFolder folder;
  private final Function<Seeds, String> again;
  private final FailureKeeper keeper;
  private final SeedRunner runner;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final List<Integer> codes = new ArrayList<>();

  /**
   * @param name of the scenario, as a person gave it
   * @param folder where everything is written
   */
  FuzzSession(
      Surroundings surroundings,
      FuzzOptions options,
      Protocols protocols,
      Scenario scenario,
      String name,
      CampaignSettings settings,
      CampaignFolder folder) {
    this.surroundings = surroundings;
    this.options = options;
    this.protocols = protocols;
    this.scenario = scenario;
    this.settings = settings;
    this.folder = folder;
    this.again = seeds -> options.again(surroundings.command(), name, seeds);
    this.keeper =
        new FailureKeeper(
            surroundings,
            options.classPath(),
            protocols,
            folder,
            seed -> again.apply(seedsThatLeadTo(seed)));
    this.runner = new SeedRunner(protocols);
  }

  /**
   * Runs the campaign.
   *
   * @throws IOException when nothing can be read or written from the beginning
   */
  CampaignReport run() throws IOException {
    folder.buryEarlierFindings();
    CampaignResult result = search();
    keep(result);
    if (endedWell(result)) {
      compare(result.sample());
    }
    CampaignVerdict verdict = verdict(result);
    boolean asExpected = codes.isEmpty() && isAsExpected(result, verdict);
    codes.add(code(verdict, asExpected));
    return new CampaignReport(
        scenario.name(),
        surroundings.version().toString(),
        options.strategy().toString(),
        settings.seeds(),
        result,
        verdict,
        asExpected,
        findings,
        notes,
        again.apply(settings.seeds().first(Math.max(1, result.counts().total()))));
  }

  /** The exit code of the campaign. */
  int code() {
    return ExitCode.gravest(codes);
  }

  private Seeds seedsThatLeadTo(long seed) {
    long first = options.strategy().learns() ? settings.seeds().first() : seed;
    return new Seeds(first, seed - first + 1);
  }

  private CampaignResult search() throws IOException {
    long began = System.nanoTime();
    GraveyardRun graveyard = new GraveyardRun(surroundings, options.classPath(), runner);
    graveyard.run(folder.graveyard().scenarios(), settings);
    findings.addAll(graveyard.findings());
    notes.addAll(graveyard.notes());
    doubts.addAll(graveyard.doubts());
    Swarm usual = new Swarm(protocols);
    usual
        .neverDrawn(scenario)
        .forEach(kind ->
            notes.add(
                "no " + kind + " is drawn: " + scenario.system().protocol() + " tolerates none"));
    Swarm swarm = options.beyondBudget() ? usual.beyondBudget() : warned(usual);
    Strategy strategy = options.strategy().over(seed -> swarm.draw(scenario, seed));
    List<String> facts = Vocabulary.of(scenario.prepare(protocols).deployment()).facts();
    CampaignSettings left = settings.since(began);
    try (CampaignBar bar = surroundings.bar(left)) {
      return Campaign.run(left, strategy, facts, runner, keeper.showing(bar));
    }
  }

  /** Every seed has what is kept, and what is drawn is tolerated: so one seed shows all. */
  private Swarm warned(Swarm swarm) {
    if (!Tolerance.permits(swarm.draw(scenario, settings.seeds().first()), protocols)) {
      surroundings.complain(
          "faultline: warning: what "
              + scenario.name()
              + " keeps is more than "
              + scenario.system().protocol()
              + " tolerates; a violation may be no bug");
    }
    return swarm;
  }

  // What was found.

  private void keep(CampaignResult result) {
    List<FailureGroup> groups = result.groups();
    List<Optional<Minimal>> minimals = minimals(result);
    List<Finding> failures = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      failures.add(
          mayWrite(result) ? keep(groups.get(i), minimals.get(i)) : keeper.finding(groups.get(i)));
    }
    // Stable: the groups come with the smallest run first.
    failures.sort(Comparator.comparingInt(failure -> failure.steps().orElse(Integer.MAX_VALUE)));
    findings.addAll(0, failures);
    switch (result.end()) {
      case CampaignEnd.Stuck(Hang hang) -> keep(hang);
      case CampaignEnd.CannotWrite(IOException why) -> complain(why);
      case CampaignEnd.Broke broke -> codes.add(ExitCode.INTERNAL_ERROR);
      case CampaignEnd.AllSeeds all -> {}
      case CampaignEnd.TimeUp up -> {}
      case CampaignEnd.EnoughFailures enough -> {}
      case CampaignEnd.Interrupted interrupted -> {}
    }
  }

  /** The smallest scenarios; none when the campaign did not end well. */
  private List<Optional<Minimal>> minimals(CampaignResult result) {
    Optional<Effort> effort = endedWell(result) ? options.effort() : Optional.empty();
    if (effort.isEmpty()) {
      return Collections.nCopies(result.groups().size(), Optional.empty());
    }
    GroupShrinker shrinker =
        new GroupShrinker(surroundings, runner, settings.jobs(), settings.patience());
    List<Optional<Minimal>> minimals = shrinker.shrink(result.groups(), effort.get());
    notes.addAll(shrinker.notes());
    shrinker.hangs().forEach(this::keep);
    return minimals;
  }

  /** Otherwise a thread may be left behind, or the machine is at its limits. */
  private static boolean endedWell(CampaignResult result) {
    return result.end() instanceof CampaignEnd.AllSeeds
        || result.end() instanceof CampaignEnd.TimeUp
        || result.end() instanceof CampaignEnd.EnoughFailures;
  }

  /** Was the disk, or the memory, not full a moment ago? */
  private static boolean mayWrite(CampaignResult result) {
    return !(result.end() instanceof CampaignEnd.CannotWrite
        || result.end() instanceof CampaignEnd.Broke);
  }

  private Finding keep(FailureGroup group, Optional<Minimal> minimal) {
    try {
      return keeper.write(group, minimal);
    } catch (IOException e) {
      complain(e);
      return keeper.finding(group);
    }
  }

  private void keep(Hang hang) {
    try {
      findings.addFirst(keeper.write(hang));
    } catch (IOException e) {
      complain(e);
    }
  }

  private void complain(IOException trouble) {
    surroundings.complain(
        "faultline: cannot write to " + folder.path() + ": " + FileTrouble.reason(trouble));
    codes.add(ExitCode.INTERNAL_ERROR);
  }

  // What it means.

  private void compare(List<SampledRun> sample) {
    if (!options.canary()) {
      return;
    }
    if (surroundings.interruption().happened()) {
      notes.add(NOT_COMPARED);
      return;
    }
    CanaryCheck canary = new CanaryCheck(surroundings, options.classPath(), protocols, folder);
    try {
      Optional<Finding> different = canary.check(sample);
      different.ifPresent(findings::addFirst);
      different.ifPresent(finding -> codes.add(ExitCode.NONDETERMINISM));
    } catch (IOException e) {
      // Ctrl-C ends the second JVM too.
      if (surroundings.interruption().happened()) {
        notes.add(NOT_COMPARED);
        return;
      }
      surroundings.complain(
          "faultline: cannot compare with a second JVM: " + FileTrouble.explain(e));
      doubts.add("the runs could not be compared with a second JVM");
      codes.add(ExitCode.INTERNAL_ERROR);
    }
  }

  private CampaignVerdict verdict(CampaignResult result) {
    CampaignVerdict verdict = CampaignVerdict.of(result, options.maxUndecided());
    for (Finding finding : findings) {
      verdict =
          finding.kind() == Finding.Kind.NONDETERMINISM
              ? verdict.doubting(finding.message())
              : verdict.broken();
    }
    for (String doubt : doubts) {
      verdict = verdict.doubting(doubt);
    }
    return verdict;
  }

  private boolean isAsExpected(CampaignResult result, CampaignVerdict verdict) {
    return switch (scenario.expect()) {
      case Expectation.Pass pass -> verdict.verdict() == Verdict.PASS;
      case Expectation.Undecided undecided -> verdict.verdict() == Verdict.UNDECIDED;
      case Expectation.Broken broken ->
          endedWell(result)
              && result.groups().stream().anyMatch(group -> broken.metBy(group.smallest().result()))
              && findings.stream()
                  .filter(finding -> finding.kind() == Finding.Kind.GRAVEYARD)
                  .allMatch(finding -> broken.covers(finding.check()));
    };
  }

  private static int code(CampaignVerdict verdict, boolean asExpected) {
    if (asExpected) {
      return ExitCode.AS_EXPECTED;
    }
    return verdict.verdict() == Verdict.UNDECIDED ? ExitCode.UNDECIDED : ExitCode.NOT_AS_EXPECTED;
  }
}
