package dev.faultline.values;

/**
 * The 64-bit hash behind keys and fingerprints. It is part of the file format: the same on every
 * JVM, and changing it changes every run.
 */
public final class Hash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** Spreads every input bit over all output bits (the finalizer of splitmix64, variant 13). */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Adds a value to a hash; the order of values matters. */
  public static long combine(long hash, long value) {
    long z = (hash ^ value) * GOLDEN;
    z = (z ^ (z >>> 32)) * 0xBF58476D1CE4E5B9L;
    return z ^ (z >>> 29) ^ Long.rotateLeft(hash, 23);
  }

  /** Hashes a text, all 16 bits of every character. */
  public static long of(String text) {
    long hash = text.length() * GOLDEN;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 32;
    }
    return mix(hash);
  }
}
