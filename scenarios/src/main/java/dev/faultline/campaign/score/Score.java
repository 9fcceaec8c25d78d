package dev.faultline.campaign.score;

import dev.faultline.campaign.search.Search;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How soon the flaws of a protocol are found, and whether the correct protocol is left in peace.
 *
 * @param tallies by flaw, and for each flaw by strategy
 * @param patrols by strategy
 * @param steps significant steps of a minimal scenario, by the flaw's id; absent where nothing was
 *     found or shrunk
 */
public record Score(
    ScorePlan plan, List<Tally> tallies, List<Patrol> patrols, SortedMap<String, Integer> steps) {
  public Score {
    tallies = List.copyOf(tallies);
    patrols = List.copyOf(patrols);
  }

  /** Did some strategy miss a flaw in most of its campaigns, or raise a false alarm? */
  public boolean isWanting() {
    return tallies.stream().anyMatch(tally -> !tally.isCaught())
        || patrols.stream().anyMatch(patrol -> patrol.counts().failed() > 0);
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
