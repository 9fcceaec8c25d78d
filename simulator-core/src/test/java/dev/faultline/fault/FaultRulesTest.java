package dev.faultline.fault;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fixtures.Faults;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults that come again and again. */
class FaultRulesTest {
  private static final long MILLI = 1_000_000;

  private final Stage stage = new Stage();
  private Simulation simulation;

  private void play(Runs runs) {
    simulation = stage.play(runs);
  }

  private static Effect crashOf(Target target) {
    return new Effect.Crash(target, false);
  }

  private static FaultRule.Schedule every(long period, long from, long until) {
    return new FaultRule.Every(
        Duration.ofMillis(period), Duration.ofMillis(from), Optional.of(Duration.ofMillis(until)));
  }

  private static DurationRange millis(long min, long max) {
    return new DurationRange(Duration.ofMillis(min), Duration.ofMillis(max));
  }

  @Test
  @DisplayName("a rule acts from its beginning, every period, until its end")
  void everyPeriod() {
    play(
        new Runs()
            .lasting(Duration.ofMillis(200))
            .rule(
                new FaultRule("blink", every(20, 30, 90), Optional.of(millis(5, 5)), crash("n2"))));
    List<FaultSpan> spans = simulation.run().faults();
    assertThat(spans).extracting(FaultSpan::id).containsExactly("blink.1", "blink.2", "blink.3");
    assertThat(spans)
        .extracting(FaultSpan::from)
        .containsExactly(30 * MILLI, 50 * MILLI, 70 * MILLI);
    assertThat(spans).allMatch(span -> span.to() - span.from() == 5 * MILLI);
  }

  @Test
  @DisplayName("a random rule whose actions have no end acts again and again")
  void randomWithoutEnd() {
    play(
        new Runs()
            .lasting(Duration.ofSeconds(20))
            .rule(
                new FaultRule(
                    "jumps",
                    new FaultRule.AtRandom(
                        new Rate(2), Duration.ZERO, Duration.ZERO, Optional.empty()),
                    Optional.empty(),
                    new Effect.ClockJump(Faults.named("n2"), Duration.ofMillis(5)))));
    assertThat(simulation.run().faults()).hasSizeBetween(20, 60);
  }

  @Test
  @DisplayName("a random rule acts at its rate, and leaves its stability between two actions")
  void random() {
    play(
        new Runs()
            .lasting(Duration.ofSeconds(200))
            .rule(
                new FaultRule(
                    "storm",
                    new FaultRule.AtRandom(
                        new Rate(2),
                        Duration.ofMillis(400),
                        Duration.ofSeconds(1),
                        Optional.empty()),
                    Optional.of(millis(50, 150)),
                    crash("n2"))));
    List<FaultSpan> spans = simulation.run().faults();
    // Half a second of waiting, 0.4 s of stability and 0.1 s of fault: one a second on average.
    assertThat(spans.size()).isBetween(160, 240);
    for (int i = 0; i < spans.size(); i++) {
      assertThat(spans.get(i).id()).isEqualTo("storm." + (i + 1));
      long lasted = spans.get(i).to() - spans.get(i).from();
      assertThat(lasted).isBetween(50 * MILLI, 150 * MILLI);
      if (i > 0) {
        assertThat(spans.get(i).from() - spans.get(i - 1).to()).isGreaterThanOrEqualTo(400 * MILLI);
      }
    }
    assertThat(spans.get(0).from()).isGreaterThan(1000 * MILLI);
  }

  @Test
  @DisplayName("what a rule does depends on its name and its own count, not on other rules")
  void rulesAreIndependent() {
    FaultRule storm =
        new FaultRule(
            "storm",
            new FaultRule.AtRandom(
                new Rate(5), Duration.ofMillis(10), Duration.ZERO, Optional.empty()),
            Optional.of(millis(5, 50)),
            crashOf(new Target.RandomNodes(1)));
    FaultRule other =
        new FaultRule("other", every(7, 0, 2000), Optional.of(millis(1, 3)), pause("n2"));
    play(new Runs().lasting(Duration.ofSeconds(4)).rule(storm));
    List<FaultAction> alone = simulation.run().actions();
    play(new Runs().lasting(Duration.ofSeconds(4)).rule(other).rule(storm));
    List<FaultAction> together =
        simulation.run().actions().stream()
            .filter(action -> action.id().startsWith("storm"))
            .toList();
    assertThat(alone).hasSizeGreaterThan(3);
    assertThat(together)
        .extracting(FaultAction::anchor)
        .isEqualTo(alone.stream().map(FaultAction::anchor).toList());
    assertThat(together).isEqualTo(alone);
  }

  @Test
  @DisplayName("nothing begins or lasts beyond the end of the fault phase")
  void ends() {
    play(
        new Runs()
            .lasting(Duration.ofMillis(100))
            .fault(fault("long", 50, 500, crash("n1")))
            .fault(fault("late", 100, 50, crash("n2")))
            .rule(
                new FaultRule(
                    "rule",
                    new FaultRule.Every(
                        Duration.ofMillis(40), Duration.ofMillis(30), Optional.empty()),
                    Optional.empty(),
                    pause("n3"))));
    List<FaultSpan> spans = simulation.run().faults();
    assertThat(spans).extracting(FaultSpan::id).containsExactly("rule.1", "long", "rule.2");
    assertThat(spans).allMatch(span -> span.to() == 100 * MILLI);
  }
}
