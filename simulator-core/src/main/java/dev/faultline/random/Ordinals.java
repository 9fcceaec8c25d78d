package dev.faultline.random;

import java.util.Arrays;

/**
 * Numbers equal decisions at one instant: the first gets 0, the next 1, and so on. Only the current
 * instant is remembered, so nothing is stored per node or per link.
 */
public final class Ordinals {
  private long instant = -1;

  /** The first key of the instant, which is most often the only one, stays out of the table. */
  private long firstKey;

  private int firstCount;

  private long[] keys = new long[64];
  private int[] counts = new int[64];
  private int[] generations = new int[64];
  private int generation;
  private int used;

  /**
   * The number of this decision among those with the same key at this instant.
   *
   * @param key what is decided and for whom
   * @param now virtual time, never less than in the call before
   */
  public int next(long key, long now) {
    if (now != instant) {
      instant = now;
      firstKey = key;
      firstCount = 0;
      generation++;
      used = 0;
      return 0;
    }
    return key == firstKey ? ++firstCount : nextInTable(key);
  }

  private int nextInTable(long key) {
    int mask = keys.length - 1;
    int place = (int) (key ^ (key >>> 32)) & mask;
    while (generations[place] == generation) {
      if (keys[place] == key) {
        return ++counts[place];
      }
      place = (place + 1) & mask;
    }
    keys[place] = key;
    counts[place] = 0;
    generations[place] = generation;
    used++;
    if (used * 2 > keys.length) {
      grow();
    }
    return 0;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldGenerations = generations;
    keys = new long[oldKeys.length * 2];
    counts = new int[keys.length];
    generations = new int[keys.length];
    Arrays.fill(generations, generation - 1);
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldGenerations[i] == generation) {
        int place = (int) (oldKeys[i] ^ (oldKeys[i] >>> 32)) & mask;
        while (generations[place] == generation) {
          place = (place + 1) & mask;
        }
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
        generations[place] = generation;
      }
    }
  }
}
