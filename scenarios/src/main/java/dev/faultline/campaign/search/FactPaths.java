package dev.faultline.campaign.search;

import dev.faultline.check.FactObserver;
import dev.faultline.trace.Fact;
import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The ways that a run went, as combinations of facts: which kind of fact followed which, on one
 * node and on all together, and how often, in powers of two. Combinations share a fixed number of
 * places, as in the fuzzer AFL, so that a campaign needs no more memory the longer it goes.
 */
final class FactPaths implements FactObserver {
  private static final int PLACES = 1 << 12;

  /** As many as there are powers of two in an int. */
  private static final int COUNTS = 32;

  /** So many combinations can be told apart. */
  static final int COMBINATIONS = PLACES * COUNTS;

  private final int[] counts = new int[PLACES];

  /** Looked up for each fact, never listed. */
  private final Map<Class<?>, Long> kinds = new HashMap<>();

  /** What each node reported last; looked up, never listed. */
  private final Map<NodeId, Long> lastOfNode = new HashMap<>();

  private long last;

  @Override
  public void on(Fact fact, NodeId node, long time, long event) {
    long kind = kinds.computeIfAbsent(fact.getClass(), type -> Hash.of(type.getName()));
    Long before = lastOfNode.put(node, kind);
    count(Hash.combine(before == null ? 0 : before, kind));
    count(Hash.combine(~last, kind));
    last = kind;
  }

  private void count(long combination) {
    counts[(int) Hash.mix(combination) & (PLACES - 1)]++;
  }

  /** The combinations of the run; equal runs have equal ones. */
  BitSet combinations() {
    BitSet combinations = new BitSet(COMBINATIONS);
    for (int place = 0; place < PLACES; place++) {
      if (counts[place] > 0) {
        int power = COUNTS - 1 - Integer.numberOfLeadingZeros(counts[place]);
        combinations.set(place * COUNTS + power);
      }
    }
    return combinations;
  }
}
