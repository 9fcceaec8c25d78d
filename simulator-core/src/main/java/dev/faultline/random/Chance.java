package dev.faultline.random;

import dev.faultline.values.About;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the random decisions of a run are answered, other than by its seed alone. It is data: a
 * search strategy finds it, and a scenario file keeps it, so that the run can be had again.
 */
public record Chance(
    @About("Other futures of the same past.") List<Salt> salts,
    @About("Each link and each server has a speed of its own, within what is declared.")
        Optional<Priorities> priorities) {
  /** The seed alone answers. */
  public static final Chance PLAIN = new Chance(List.of(), Optional.empty());

  public Chance {
    salts = salts.stream().sorted(Comparator.comparing(Salt::from)).toList();
  }

  /** From a moment on, random decisions are answered differently; see {@link SaltedChoices}. */
  public record Salt(
      @About("From this time on.") Duration from,
      @About("Names the future: any whole number.") long salt) {}

  /** Speeds that last, with few moments at which some change; see {@link PriorityChoices}. */
  public record Priorities(
      @About("Names the speeds: any whole number.") long salt,
      @About("When a quarter of the links and servers get another speed.") List<Duration> changes) {
    public Priorities {
      changes = changes.stream().sorted().toList();
    }
  }

  /**
   * Answers the decisions of a run.
   *
   * @param seed of the run
   * @param end of the fault phase: the calm that follows has no priorities, because bounds on it
   *     count on average luck
   */
  public Choices choices(long seed, Duration end) {
    Choices answers = new KeyedChoices(seed);
    for (Salt salt : salts) {
      answers = new SaltedChoices(answers, salt.from().toNanos(), salt.salt());
    }
    return priorities.isPresent()
        ? new PriorityChoices(answers, priorities.get(), end.toNanos())
        : answers;
  }
}
