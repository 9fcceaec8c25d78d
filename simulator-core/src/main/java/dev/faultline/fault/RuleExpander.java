package dev.faultline.fault;

import dev.faultline.engine.Engine;
import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.Distribution;
import dev.faultline.values.Hash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Expands rules into actions, one after the other, as the run goes. */
public final class RuleExpander {
  private final FaultInjector injector;
  private final Engine engine;
  private final Choices choices;

  public RuleExpander(FaultInjector injector, Engine engine, Choices choices) {
    this.injector = injector;
    this.engine = engine;
    this.choices = choices;
  }

  /**
   * Starts the rules.
   *
   * @throws IllegalArgumentException when one names a node that does not exist
   */
  public void plan(List<FaultRule> rules) {
    for (FaultRule rule : rules) {
      injector.requireKnown(rule.effect());
      switch (rule.schedule()) {
        case FaultRule.Every every -> regularly(rule, every, 1, every.from().toNanos());
        case FaultRule.Each each -> new Strikes(rule, each, injector, engine, choices).watch();
        case FaultRule.AtRandom random -> randomly(rule, random, 1, random.from().toNanos());
      }
    }
  }

  private void regularly(FaultRule rule, FaultRule.Every every, long number, long time) {
    if (time >= until(every)) {
      return;
    }
    long period = every.period().toNanos();
    injector.at(
        time,
        () -> {
          regularly(rule, every, number + 1, time + period);
          injector.begin(action(rule, number), period, null);
        });
  }

  /** The next action waits for the last one to end, then at least the stability, then a while. */
  private void randomly(FaultRule rule, FaultRule.AtRandom random, long number, long after) {
    Distribution waits =
        new Distribution.Exponential(Duration.ofNanos((long) random.rate().meanNanos()));
    long stable = number == 1 ? 0 : random.stability().toNanos();
    long time = after + stable + waits.sample(draw(rule, number, 0));
    if (time >= until(random)) {
      return;
    }
    injector.at(
        time,
        () ->
            injector.begin(
                action(rule, number),
                (long) random.rate().meanNanos(),
                () -> randomly(rule, random, number + 1, engine.now())));
  }

  private long until(FaultRule.Schedule schedule) {
    return schedule.until().map(Duration::toNanos).orElse(injector.end());
  }

  private FaultAction action(FaultRule rule, long number) {
    Optional<Duration> lasts =
        rule.lasts().map(range -> Duration.ofNanos(range.draw(draw(rule, number, 1))));
    return new FaultAction(
        rule.id() + "." + number,
        new Anchor.At(Duration.ofNanos(engine.now())),
        lasts,
        rule.effect());
  }

  private long draw(FaultRule rule, long number, long ordinal) {
    return choices.bits(Decision.FAULT, Hash.of(rule.id()), number, ordinal);
  }
}
