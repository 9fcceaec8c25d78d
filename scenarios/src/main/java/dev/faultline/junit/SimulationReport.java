package dev.faultline.junit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the seeds of a test did together.
 *
 * @param seeds how many were run
 * @param failed the seeds that did not end as expected
 * @param undecided the seeds that decided nothing
 * @param idle the seeds in which no operation succeeded
 * @param facts in how many seeds each kind of fact was reported, by the simple name of its class
 */
public record SimulationReport(
    long seeds,
    List<Long> failed,
    List<Long> undecided,
    List<Long> idle,
    SortedMap<String, Long> facts) {
  public SimulationReport {
    failed = List.copyOf(failed);
    undecided = List.copyOf(undecided);
    idle = List.copyOf(idle);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
