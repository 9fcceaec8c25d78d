package dev.faultline.campaign;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the seeds of a campaign reached: for each thing in how many seeds it happened.
 *
 * @param facts the kinds of facts that the system can report, by name
 * @param signs what should happen sometimes, by name
 * @param checks the checks, by name: in how many seeds they judged something
 */
public record Coverage(
    SortedMap<String, Long> facts, SortedMap<String, Sign> signs, SortedMap<String, Long> checks) {
  /**
   * Something that should happen sometimes.
   *
   * @param required does a campaign without it prove nothing?
   */
  public record Sign(boolean required, long seeds) {}

  public Coverage {
    facts = copy(facts);
    signs = copy(signs);
    checks = copy(checks);
  }

  private static <T> SortedMap<String, T> copy(SortedMap<String, T> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** The kinds of facts that were never reported. */
  public List<String> factsNeverSeen() {
    return never(facts);
  }

  /** The checks that never judged anything. */
  public List<String> checksNeverMade() {
    return never(checks);
  }

  private static List<String> never(SortedMap<String, Long> seeds) {
    return seeds.entrySet().stream()
        .filter(entry -> entry.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What should happen sometimes and never did; the required ones, or the others. */
  public List<String> signsNeverSeen(boolean required) {
    return signs.entrySet().stream()
        .filter(entry -> entry.getValue().seeds() == 0 && entry.getValue().required() == required)
        .map(Map.Entry::getKey)
        .toList();
  }
}
