package dev.faultline.node;

import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.KeyedRandom;
import dev.faultline.random.Ordinals;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The handler that is running; one in a run at any time. */
final class Handler {
  private final Choices choices;
  private final Ordinals ordinals = new Ordinals();
  private long who;
  private long now;
  private int ordinal;
  private @Nullable KeyedRandom random;

  Handler(Choices choices) {
    this.choices = choices;
  }

  /**
   * A handler begins.
   *
   * @param node the hash of its node's name
   * @param trigger a hash of what triggered it
   */
  void begin(long node, long trigger, long time) {
    who = node + Long.rotateLeft(trigger, 31);
    now = time;
    ordinal = ordinals.next(who, time);
    random = null;
  }

  /**
   * Its generator. The key is what triggered the handler, when, and how many handlers were
   * triggered alike before it at this instant, whether they drew or not.
   */
  RandomGenerator random() {
    KeyedRandom current = random;
    if (current == null) {
      current = new KeyedRandom(choices.bits(Decision.HANDLER, who, now, ordinal));
      random = current;
    }
    return current;
  }
}
