package dev.faultline.campaign.score;

import dev.faultline.campaign.search.Search;
import dev.faultline.simulation.Flaw;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How one strategy did against one flaw.
 *
 * @param hunts its campaigns, in order
 */
public record Tally(Flaw flaw, Search search, List<Hunt> hunts) {
  public Tally {
    hunts = List.copyOf(hunts);
  }

  /** How many campaigns found the flaw. */
  public int caught() {
    return (int) hunts.stream().filter(Hunt::isCaught).count();
  }

  /** Did every campaign find the flaw? */
  public boolean isCaught() {
    return caught() == hunts.size();
  }

  /**
   * How many seeds a share of the campaigns needed at most. Those that found nothing count as their
   * seeds plus one, so the answer exceeds the seeds of a campaign where too few found the flaw.
   *
   * @param share in [0, 1]: 0.5 for the median
   */
  public int seedsAt(double share) {
    List<Integer> sorted =
        hunts.stream()
            .map(hunt -> hunt.isCaught() ? hunt.seeds() : hunt.seeds() + 1)
            .sorted()
            .toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** Half of the campaigns took no longer, wall nanoseconds. */
  public long medianNanos() {
    List<Long> sorted = hunts.stream().map(Hunt::wallNanos).sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** How often each check was the one that found the flaw, the most frequent first. */
  public List<Map.Entry<String, Long>> checks() {
    TreeMap<String, Long> counts =
        hunts.stream()
            .flatMap(hunt -> hunt.caught().stream())
            .collect(
                Collectors.groupingBy(Hunt.Caught::check, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .toList();
  }
}
