package dev.faultline.check;

import dev.faultline.values.Hash;
import java.util.Arrays;

/**
 * A set of word sequences, each stored in full, so that membership is exact. Nothing is ever
 * removed.
 */
final class Configurations {
  private long[] arena = new long[64];

  /** The first free word of the arena; each entry is its length, then its words. */
  private int end = 1;

  /** Where the entry of a slot begins; 0 for a free slot. */
  private int[] slots = new int[32];

  private int size;

  /**
   * Adds a sequence.
   *
   * @return false when it was there already
   */
  boolean add(long[] words, int length) {
    int slot = slot(words, 0, length);
    if (slots[slot] != 0) {
      return false;
    }
    if (end + 1 + length > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(end + 1 + length, arena.length * 2));
    }
    slots[slot] = end;
    arena[end] = length;
    System.arraycopy(words, 0, arena, end + 1, length);
    end += 1 + length;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  /** How many words of memory the set takes. */
  long words() {
    return arena.length + slots.length / 2L;
  }

  private int slot(long[] words, int from, int length) {
    int mask = slots.length - 1;
    long hash = length;
    for (int i = from; i < from + length; i++) {
      hash = Hash.combine(hash, words[i]);
    }
    int slot = (int) Hash.mix(hash) & mask;
    while (slots[slot] != 0 && !equal(slots[slot], words, from, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean equal(int entry, long[] words, int from, int length) {
    return arena[entry] == length
        && Arrays.equals(arena, entry + 1, entry + 1 + length, words, from, from + length);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int entry = 1; entry < end; entry += 1 + (int) arena[entry]) {
      slots[slot(arena, entry + 1, (int) arena[entry])] = entry;
    }
  }
}
