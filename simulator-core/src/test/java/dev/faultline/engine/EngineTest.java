package dev.faultline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final Engine engine = new Engine();
  private final List<String> log = new ArrayList<>();

  private Receiver says(String word) {
    return event -> log.add(engine.now() + " " + word);
  }

  private void runAll() {
    while (engine.step()) {}
  }

  @Test
  @DisplayName("at one instant faults end, then begin, then operations start, then the rest runs")
  void instant() {
    engine.schedule(5, says("message"));
    engine.scheduleOperation(5, 1, says("operation of c2"));
    engine.scheduleFault(5, says("fault"));
    engine.scheduleFaultEnd(5, says("end of fault"));
    engine.scheduleOperation(5, 0, says("operation of c1"));
    engine.scheduleFault(5, says("second fault"));
    engine.scheduleFaultEnd(5, says("second end"));
    engine.schedule(5, says("timer"));
    engine.schedule(4, says("earlier"));
    runAll();
    assertThat(log)
        .containsExactly(
            "4 earlier",
            "5 end of fault",
            "5 second end",
            "5 fault",
            "5 second fault",
            "5 operation of c1",
            "5 operation of c2",
            "5 message",
            "5 timer");
  }

  @Test
  @DisplayName("what an entry schedules for now runs now, after what was scheduled before it")
  void now() {
    engine.schedule(
        3,
        event -> {
          log.add("first");
          engine.schedule(3, says("third"));
        });
    engine.schedule(3, says("second"));
    runAll();
    assertThat(log).containsExactly("first", "3 second", "3 third");
  }

  @Test
  @DisplayName("a reserved place in the order is kept")
  void reserved() {
    long early = engine.nextSequence();
    engine.schedule(3, says("later"));
    engine.schedule(3, early, says("sooner"));
    runAll();
    assertThat(log).containsExactly("3 sooner", "3 later");
  }

  @Test
  @DisplayName("nothing can be scheduled for the past, and time does not skip what is due")
  void noPast() {
    engine.schedule(5, says("five"));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.advanceTo(6));
    engine.advanceTo(5);
    assertThatIllegalArgumentException().isThrownBy(() -> engine.schedule(4, says("past")));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.advanceTo(4));
    assertThat(engine.now()).isEqualTo(5);
  }

  @Test
  @DisplayName("a defused entry does nothing")
  void defused() {
    Event event = engine.schedule(1, says("boom"));
    Engine.defuse(event);
    runAll();
    assertThat(log).isEmpty();
    assertThat(engine.pending()).isZero();
  }

  @Test
  @DisplayName("an entry that is put back fires again, once")
  void rescheduled() {
    engine.schedule(
        1,
        event -> {
          log.add(engine.now() + " tick");
          if (engine.now() < 3) {
            engine.reschedule(event, engine.now() + 1, engine.nextSequence());
          }
        });
    runAll();
    assertThat(log).containsExactly("1 tick", "2 tick", "3 tick");
    assertThat(engine.isIdle()).isTrue();
    assertThat(engine.nextTime()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  @DisplayName("a kept entry is not recycled until it is given back, and then only once")
  void kept() {
    List<Event> held = new ArrayList<>();
    engine.schedule(
        1,
        event -> {
          event.subject = "mine";
          event.keep();
          held.add(event);
        });
    engine.step();
    engine.schedule(2, says("other"));
    assertThat(held.get(0).subject).isEqualTo("mine");
    engine.step();
    engine.release(held.get(0));
    Event a = engine.schedule(3, says("a"));
    Event b = engine.schedule(3, says("b"));
    assertThat(a).isNotSameAs(b);
    runAll();
    assertThat(log).containsExactly("2 other", "3 a", "3 b");
  }

  @Test
  @DisplayName("an entry that its receiver already gave back is not given back twice")
  void releasedInside() {
    engine.schedule(
        1,
        event -> {
          event.keep();
          engine.release(event);
        });
    engine.step();
    assertThat(engine.schedule(2, says("a"))).isNotSameAs(engine.schedule(2, says("b")));
  }

  @Test
  @DisplayName("factors multiply while they last, and undo each other exactly")
  void slowdown() {
    Slowdown slowdown = new Slowdown();
    assertThat(slowdown.factor()).isEqualTo(1);
    slowdown.begin(3);
    slowdown.begin(1.1);
    slowdown.begin(3);
    assertThat(slowdown.factor()).isCloseTo(9.9, within(1e-9));
    slowdown.end(3);
    slowdown.end(1.1);
    assertThat(slowdown.factor()).isEqualTo(3);
    slowdown.end(3);
    assertThat(slowdown.factor()).isEqualTo(1);
  }
}
