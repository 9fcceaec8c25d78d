package dev.faultline.campaign.score;

import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.search.Strategy;
import dev.faultline.execution.Progress;
import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Scores a protocol. Campaigns are independent of each other, so apart from wall times nothing
 * depends on how many run at once.
 */
public final class Scorer {
  private final ScorePlan plan;
  private final Scenario base;
  private final BiFunction<Scenario, Long, Scenario> swarm;
  private final Campaigns campaigns;
  private final Function<Scenario, OptionalInt> shrink;

  /**
   * @param base a scenario about the protocol, without a flaw
   * @param swarm draws the scenario of a seed: complete, and with that seed
   * @param shrink makes a failing scenario minimal and counts its significant steps
   */
  public Scorer(
      ScorePlan plan,
      Scenario base,
      BiFunction<Scenario, Long, Scenario> swarm,
      SeedRunner runner,
      Function<Scenario, OptionalInt> shrink) {
    this.plan = plan;
    this.base = base;
    this.swarm = swarm;
    this.campaigns = new Campaigns(runner);
    this.shrink = shrink;
  }

  /**
   * Runs everything.
   *
   * @param progress hears of pieces of work, which do not all take the same time
   */
  public Score score(Progress progress) {
    List<Supplier<Patrol>> patrols = patrols();
    int hunts = plan.flaws().size() * plan.searches().size() * plan.campaigns();
    int pieces = hunts + patrols.size() + plan.flaws().size() * plan.campaigns();
    try (Workers workers = new Workers(plan.jobs(), pieces, progress)) {
      List<Tally> tallies = tallies(workers.all(hunts()));
      return new Score(plan, tallies, merged(workers.all(patrols)), shrunk(tallies, workers));
    }
  }

  private List<Supplier<Hunt>> hunts() {
    List<Supplier<Hunt>> hunts = new ArrayList<>();
    for (Flaw flaw : plan.flaws()) {
      Scenario flawed =
          base.edited(draft -> draft.system = draft.system.withFlaw(Optional.of(flaw.id())));
      for (Search search : plan.searches()) {
        for (int i = 0; i < plan.campaigns(); i++) {
          long first = plan.firstSeed(i);
          hunts.add(() -> campaigns.hunt(strategy(search, flawed), first, plan.seeds()));
        }
      }
    }
    return hunts;
  }

  /** In the order of {@link #hunts}. */
  private List<Tally> tallies(List<Hunt> hunts) {
    List<Tally> tallies = new ArrayList<>();
    for (Flaw flaw : plan.flaws()) {
      for (Search search : plan.searches()) {
        int from = tallies.size() * plan.campaigns();
        tallies.add(new Tally(flaw, search, hunts.subList(from, from + plan.campaigns())));
      }
    }
    return tallies;
  }

  /** As long as campaigns against flaws, so that strategies learn as much. */
  private List<Supplier<Patrol>> patrols() {
    List<Supplier<Patrol>> patrols = new ArrayList<>();
    for (Search search : plan.searches()) {
      for (int done = 0; done < plan.cleanSeeds(); done += plan.seeds()) {
        long first = plan.baseSeed() + done;
        int seeds = Math.min(plan.seeds(), plan.cleanSeeds() - done);
        patrols.add(() -> campaigns.patrol(search, strategy(search, base), first, seeds));
      }
    }
    return patrols;
  }

  private List<Patrol> merged(List<Patrol> patrols) {
    return plan.searches().stream()
        .flatMap(search ->
            patrols.stream()
                .filter(patrol -> patrol.search() == search)
                .reduce(Patrol::and)
                .stream())
        .toList();
  }

  private Strategy strategy(Search search, Scenario scenario) {
    return search.over(seed -> swarm.apply(scenario, seed));
  }

  /** What the first strategy found, made small, in the order of campaigns. */
  private SortedMap<String, List<Shrunk>> shrunk(List<Tally> tallies, Workers workers) {
    List<String> flaws = new ArrayList<>();
    List<Supplier<Optional<Shrunk>>> work = new ArrayList<>();
    for (Tally tally : tallies) {
      if (tally.search() == plan.searches().get(0) && tally.caught() > 0) {
        for (Scenario failing : typical(tally)) {
          flaws.add(tally.flaw().id());
          work.add(() -> shrunk(failing));
        }
      }
    }
    List<Optional<Shrunk>> all = workers.all(work);
    SortedMap<String, List<Shrunk>> shrunk = new TreeMap<>();
    for (int i = 0; i < flaws.size(); i++) {
      List<Shrunk> ofFlaw = shrunk.computeIfAbsent(flaws.get(i), flaw -> new ArrayList<>());
      all.get(i).ifPresent(ofFlaw::add);
    }
    return shrunk;
  }

  private Optional<Shrunk> shrunk(Scenario failing) {
    long began = System.nanoTime();
    OptionalInt steps = shrink.apply(failing);
    return steps.isPresent()
        ? Optional.of(new Shrunk(steps.getAsInt(), System.nanoTime() - began))
        : Optional.empty();
  }

  /** The failures of the check that found the flaw most often. */
  private static List<Scenario> typical(Tally tally) {
    String check = tally.checks().getFirst().getKey();
    return tally.hunts().stream()
        .flatMap(hunt -> hunt.caught().stream())
        .filter(caught -> caught.check().equals(check))
        .map(Hunt.Caught::scenario)
        .toList();
  }
}
