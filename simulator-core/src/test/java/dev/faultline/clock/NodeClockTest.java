package dev.faultline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.engine.Engine;
import dev.faultline.values.Drift;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NodeClockTest {
  private static final long SECOND = 1_000_000_000L;

  private final Engine engine = new Engine();
  private final NodeClock clock = new NodeClock(engine);

  @Test
  @DisplayName("the wall clock starts at a fixed date that is not zero")
  void epoch() {
    assertThat(clock.instant()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertThat(NodeClock.EPOCH.toEpochMilli()).isNotZero();
  }

  @Test
  @DisplayName("a true clock shows true time")
  void trueTime() {
    clock.startLife(500);
    engine.advanceTo(3 * SECOND + 7);
    assertThat(clock.nanoTime()).isEqualTo(3 * SECOND + 507);
    assertThat(clock.instant()).isEqualTo(NodeClock.EPOCH.plusNanos(3 * SECOND + 7));
  }

  @Test
  @DisplayName("a clock drifts by parts per billion, in whole nanoseconds")
  void drifting() {
    clock.drift(Drift.parse("200ppm"));
    engine.advanceTo(10 * SECOND);
    assertThat(clock.elapsed()).isEqualTo(10 * SECOND + 2_000_000);
    clock.drift(Drift.parse("-50%"));
    engine.advanceTo(12 * SECOND);
    assertThat(clock.elapsed()).isEqualTo(11 * SECOND + 2_000_000);
    assertThat(clock.instant()).isEqualTo(NodeClock.EPOCH.plusNanos(11 * SECOND + 2_000_000));
    assertThat(clock.drift()).isEqualTo(Drift.parse("-50%"));
  }

  @Test
  @DisplayName("a jump moves the wall clock and nothing else")
  void jump() {
    clock.startLife(0);
    engine.advanceTo(SECOND);
    clock.jump(-5 * SECOND);
    assertThat(clock.instant()).isEqualTo(NodeClock.EPOCH.minusSeconds(4));
    assertThat(clock.nanoTime()).isEqualTo(SECOND);
    assertThat(clock.elapsed()).isEqualTo(SECOND);
    assertThat(clock.whenElapsed(2 * SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  @DisplayName("a new life's monotonic clock starts elsewhere; the time that passed goes on")
  void lives() {
    clock.startLife(100);
    engine.advanceTo(50);
    clock.startLife(9_000);
    assertThat(clock.nanoTime()).isEqualTo(9_000);
    assertThat(clock.elapsed()).isEqualTo(50);
  }

  @Property(tries = 1000)
  @Label("over any changes of speed, a moment is reached when the clock says so and not before")
  void neverEarly(
      @ForAll @Size(max = 4)
          List<@LongRange(min = -900_000_000L, max = 8_000_000_000L) Long> drifts,
      @ForAll @LongRange(max = 5_000_000_000L) long step,
      @ForAll @LongRange(max = 100_000_000_000_000L) long delay) {
    Engine time = new Engine();
    NodeClock node = new NodeClock(time);
    long before = 0;
    for (long drift : drifts) {
      node.drift(new Drift(drift));
      time.advanceTo(time.now() + step);
      assertThat(node.elapsed()).isGreaterThanOrEqualTo(before);
      before = node.elapsed();
    }
    long target = node.elapsed() + delay;
    long due = node.whenElapsed(target);
    if (due > time.now()) {
      time.advanceTo(due - 1);
      assertThat(node.elapsed()).isLessThan(target);
      time.advanceTo(due);
    }
    assertThat(node.elapsed()).isGreaterThanOrEqualTo(target);
  }

  @Property(tries = 500)
  @Label("a clock of any speed agrees with exact arithmetic over a thousand hours")
  void exact(
      @ForAll @LongRange(min = -900_000_000L, max = 8_000_000_000L) long drift,
      @ForAll @LongRange(max = 3_600_000_000_000_000L) long time) {
    Engine fresh = new Engine();
    NodeClock node = new NodeClock(fresh);
    node.drift(new Drift(drift));
    fresh.advanceTo(time);
    BigInteger expected =
        BigInteger.valueOf(time)
            .multiply(BigInteger.valueOf(SECOND + drift))
            .divide(BigInteger.valueOf(SECOND));
    assertThat(node.elapsed()).isEqualTo(expected.longValueExact());
  }

  @Test
  @DisplayName("settings whose drift could stop a clock or that are negative are refused")
  void settings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClockSettings(Drift.parse("-1ppm"), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClockSettings(Drift.parse("91%"), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClockSettings(Drift.NONE, Duration.ofNanos(-1)));
  }
}
