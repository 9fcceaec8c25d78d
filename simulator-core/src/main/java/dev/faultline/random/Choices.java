package dev.faultline.random;

/**
 * The only door to chance. Every random decision of a run is one call of {@link #bits}; by default
 * {@link KeyedChoices} answers from the seed, and a search strategy may answer instead.
 */
public interface Choices {
  /**
   * Decides.
   *
   * @param decision what is decided
   * @param who whom it concerns: a hash of names, never of positions
   * @param when virtual time in nanoseconds, or the number of the item for numbered sequences
   * @param ordinal tells apart decisions of the same kind, who and when; starts at 0
   * @return 64 uniformly distributed bits, always the same for the same arguments
   */
  long bits(Decision decision, long who, long when, long ordinal);
}
