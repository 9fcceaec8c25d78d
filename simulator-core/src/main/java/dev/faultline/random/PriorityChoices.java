package dev.faultline.random;

import dev.faultline.values.Hash;
import java.time.Duration;

/**
 * Random priorities with few change points. Each link and each server has a priority, and the
 * priority is the place of all its delays within their declared distribution: the messages of one
 * link are always fast, those of another always slow. At a change point some get another one.
 *
 * <p>After Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with
 * Probabilistic Guarantees of Finding Bugs", ASPLOS 2010, section 2: there a thread of highest
 * priority runs, and a change point lowers the priority of one thread. Here nobody is held back;
 * time decides who is first.
 */
final class PriorityChoices implements Choices {
  /** One in so many links and servers gets another priority at a change point. */
  private static final int CHANGED_ONE_IN = 4;

  private final Choices others;
  private final long salt;
  private final long[] changes;
  private final long end;

  /**
   * @param others answer what is no delay
   * @param end virtual nanoseconds; from then on the others answer everything
   */
  PriorityChoices(Choices others, Chance.Priorities priorities, long end) {
    this.others = others;
    this.salt = Hash.mix(priorities.salt() ^ 0x2545F4914F6CDD1DL);
    this.changes = priorities.changes().stream().mapToLong(Duration::toNanos).toArray();
    this.end = end;
  }

  @Override
  public long bits(Decision decision, long who, long when, long ordinal) {
    return decision.isDelay() && when < end
        ? priority(Hash.mix(salt ^ decision.key() ^ who), when)
        : others.bits(decision, who, when, ordinal);
  }

  /** The newest change point that concerns a link or server decides. */
  private long priority(long key, long when) {
    for (int i = changes.length - 1; i >= 0; i--) {
      long drawn = Hash.combine(key, i);
      if (when >= changes[i] && Draws.below(drawn, CHANGED_ONE_IN) == 0) {
        return Hash.mix(drawn);
      }
    }
    return key;
  }
}
