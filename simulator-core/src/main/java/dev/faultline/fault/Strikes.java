package dev.faultline.fault;

import dev.faultline.engine.Engine;
import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.Draws;
import dev.faultline.random.Ordinals;
import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Expands a rule that acts on what happens. Whether it acts is drawn for each event by itself, with
 * the node and the moment as the key, so that an event more or less leaves the others alone.
 */
final class Strikes {
  private static final int DRAWS = 3;

  private final FaultRule rule;
  private final FaultRule.Each each;
  private final FaultInjector injector;
  private final Engine engine;
  private final Choices choices;
  private final long key;
  private final long until;
  private final Ordinals ordinals = new Ordinals();

  /** How often it happened on each node; looked up, never iterated. */
  private final Map<NodeId, Integer> seen = new HashMap<>();

  private long number;
  private boolean busy;
  private long quietUntil;

  Strikes(
      FaultRule rule, FaultRule.Each each, FaultInjector injector, Engine engine, Choices choices) {
    this.rule = rule;
    this.each = each;
    this.injector = injector;
    this.engine = engine;
    this.choices = choices;
    this.key = Hash.of(rule.id());
    this.until = each.until().map(Duration::toNanos).orElse(injector.end());
    this.quietUntil = each.from().toNanos();
  }

  void watch() {
    injector.watch(each.trigger(), this::on);
  }

  private void on(NodeId node, long now) {
    int nth = seen.merge(node, 1, Integer::sum);
    long who = key ^ node.key();
    long ordinal = (long) DRAWS * ordinals.next(who, now);
    boolean ready = !busy && now >= quietUntil && now < until;
    if (ready && Draws.chance(draw(who, now, ordinal), each.chance().value())) {
      busy = true;
      Optional<Duration> lasts =
          rule.lasts().map(range -> Duration.ofNanos(range.draw(draw(who, now, ordinal + 1))));
      switch (each.trigger()) {
        case FaultRule.FactReported reported ->
            strikeLater(node, now + reported.after().draw(draw(who, now, ordinal + 2)), lasts);
        case FaultRule.DiskReached reached ->
            strike(node, new Anchor.OnDisk(reached.point(), Optional.of(node), nth), lasts, 0);
      }
    }
  }

  private long draw(long who, long now, long ordinal) {
    return choices.bits(Decision.STRIKE, who, now, ordinal);
  }

  /** The handler that reported a fact has done its work: the next moment is the earliest. */
  private void strikeLater(NodeId node, long time, Optional<Duration> lasts) {
    long next = Math.max(engine.now() + 1, time);
    long patience = lasts.map(Duration::toNanos).orElse(injector.end());
    injector.at(next, () -> strike(node, new Anchor.At(Duration.ofNanos(next)), lasts, patience));
  }

  private void strike(NodeId node, Anchor anchor, Optional<Duration> lasts, long patience) {
    number++;
    FaultAction action = new FaultAction(rule.id() + "." + number, anchor, lasts, rule.effect());
    injector.begin(injector.aimed(action, node), patience, this::rest);
  }

  private void rest() {
    busy = false;
    quietUntil = engine.now() + each.stability().toNanos();
  }
}
