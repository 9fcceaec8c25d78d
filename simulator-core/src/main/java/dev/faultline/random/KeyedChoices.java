package dev.faultline.random;

import dev.faultline.values.Hash;

/** Chance as a pure function of the seed and of what is decided. */
public final class KeyedChoices implements Choices {
  private final long seed;

  public KeyedChoices(long seed) {
    this.seed = Hash.mix(seed + 0x9E3779B97F4A7C15L);
  }

  @Override
  public long bits(Decision decision, long who, long when, long ordinal) {
    long key = (seed ^ decision.key()) + who * 0xD1342543DE82EF95L;
    key = (key ^ (key >>> 32)) + when * 0xA24BAED4963EE407L;
    key = (key ^ (key >>> 29)) + ordinal * 0x9FB21C651E98DF25L;
    return Hash.mix(key);
  }
}
