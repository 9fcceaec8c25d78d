package dev.faultline.campaign.run;

import dev.faultline.check.FactObserver;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the facts of a run by kind. */
public final class Census implements FactObserver {
  /** Looked up for each fact; sorted when it is read. */
  private final Map<Class<?>, long[]> counts = new HashMap<>();

  @Override
  public void on(Fact fact, NodeId node, long time, long event) {
    counts.computeIfAbsent(fact.getClass(), kind -> new long[1])[0]++;
  }

  /** How often each kind of fact was reported, by the simple name of its class. */
  public SortedMap<String, Long> facts() {
    SortedMap<String, Long> sorted = new TreeMap<>();
    counts.forEach((kind, count) -> sorted.merge(kind.getSimpleName(), count[0], Long::sum));
    return Collections.unmodifiableSortedMap(sorted);
  }
}
