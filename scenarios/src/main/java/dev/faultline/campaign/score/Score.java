package dev.faultline.campaign.score;

import dev.faultline.campaign.search.Search;
import dev.faultline.simulation.Flaw;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How soon the flaws of a protocol are found, and whether the correct protocol is left in peace.
 *
 * @param tallies by flaw, and for each flaw by strategy
 * @param patrols by strategy
 * @param shrunk by the flaw's id, the failures of the check that found it most often; absent where
 *     nothing was found
 */
public record Score(
    ScorePlan plan,
    List<Tally> tallies,
    List<Patrol> patrols,
    SortedMap<String, List<Shrunk>> shrunk) {
  public Score {
    tallies = List.copyOf(tallies);
    patrols = List.copyOf(patrols);
  }

  /**
   * Did a campaign of the first strategy miss a flaw, or was the correct protocol blamed, or not
   * even tried?
   */
  public boolean isWanting() {
    return of(plan.searches().getFirst()).stream().anyMatch(tally -> !tally.isCaught())
        || patrols.stream().anyMatch(patrol -> patrol.counts().failed() > 0)
        || patrols.stream().anyMatch(patrol -> patrol.counts().passed() == 0);
  }

  /** Of the failures of a flaw that were made small, one in the middle. */
  Optional<Shrunk> medianShrunk(Flaw flaw, Comparator<Shrunk> order) {
    List<Shrunk> sorted = shrunk.getOrDefault(flaw.id(), List.of()).stream().sorted(order).toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  /** The tallies of a strategy, by flaw. */
  public List<Tally> of(Search search) {
    return tallies.stream().filter(tally -> tally.search() == search).toList();
  }

  /** How a strategy compares with plain random over all flaws; empty when random did not run. */
  public Optional<Ratio> overall(Search search) {
    List<Tally> random = of(Search.RANDOM);
    return random.isEmpty() ? Optional.empty() : Optional.of(Ratio.of(random, of(search)));
  }

  /** How a tally compares with plain random; empty when random did not run. */
  public Optional<Ratio> ratio(Tally tally) {
    return of(Search.RANDOM).stream()
        .filter(random -> random.flaw().equals(tally.flaw()))
        .findFirst()
        .map(random -> Ratio.of(List.of(random), List.of(tally)));
  }
}
