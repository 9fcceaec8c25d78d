package dev.faultline.random;

import dev.faultline.values.Hash;

/**
 * Another future of the same past: answers like another source before a moment, and differently
 * from then on. Decisions of numbered sequences keep their answers: operations, rules, clocks of
 * lives, stretches of burst loss.
 */
public final class SaltedChoices implements Choices {
  private final Choices before;
  private final long fromNanos;
  private final long salt;

  /**
   * @param before answers until the moment
   * @param fromNanos the moment, virtual nanoseconds
   * @param salt names the future; 0 is a future like any other
   */
  public SaltedChoices(Choices before, long fromNanos, long salt) {
    this.before = before;
    this.fromNanos = fromNanos;
    this.salt = Hash.mix(salt ^ 0x5851F42D4C957F2DL);
  }

  @Override
  public long bits(Decision decision, long who, long when, long ordinal) {
    return decision.isNumbered() || when < fromNanos
        ? before.bits(decision, who, when, ordinal)
        : before.bits(decision, who ^ salt, when, ordinal);
  }
}
