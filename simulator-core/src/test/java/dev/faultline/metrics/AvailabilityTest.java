package dev.faultline.metrics;

import static dev.faultline.metrics.Histories.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.metrics.Availability.Counts;
import dev.faultline.metrics.Availability.Outage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  /** Windows of 10 ms, so an outage is at least 10 ms long. */
  private static final long SECOND = millis(1000);

  @Test
  @DisplayName("the share is of the operations due in time, however late they succeed")
  void share() {
    Histories history = new Histories().ok(1, 2).failed(2, 3).ok(999, 3000).unknown(4, 5);
    history.failed(1000, 1001);
    Availability availability = Availability.of(history.list(), SECOND);
    assertThat(availability.due()).isEqualTo(4);
    assertThat(availability.succeeded()).isEqualTo(2);
    assertThat(availability.share()).isEqualTo(0.5);
  }

  @Test
  @DisplayName("windows count what was due in them and what completed in them")
  void windows() {
    Histories history = new Histories().ok(1, 2).ok(5, 25).failed(7, 8).ok(12, 13).ok(995, 1001);
    Availability availability = Availability.of(history.list(), SECOND);
    assertThat(availability.windows()).isEqualTo(new Windows(millis(10), 100));
    assertThat(availability.perWindow())
        .hasSize(100)
        .startsWith(new Counts(3, 2, 1), new Counts(1, 1, 1), new Counts(0, 0, 1))
        .endsWith(new Counts(1, 1, 0));
  }

  @Test
  @DisplayName("given windows count and bound the outages")
  void givenWindows() {
    Histories history = new Histories().ok(1, 2).ok(3, 25).ok(30, 91);
    Windows windows = new Windows(millis(50), 2);
    Availability availability = Availability.of(history.list(), millis(100), windows);
    assertThat(availability.perWindow()).containsExactly(new Counts(3, 3, 2), new Counts(0, 0, 1));
    assertThat(availability.outages()).containsExactly(new Outage(millis(30), millis(91)));
  }

  @Test
  @DisplayName("an outage lasts from the success that leaves others waiting to the next success")
  void outageBetweenSuccesses() {
    Histories history = new Histories().ok(0, 1).ok(1, 100).ok(2, 3).failed(50, 60).ok(101, 102);
    assertThat(outages(history)).containsExactly(new Outage(millis(3), millis(100)));
  }

  @Test
  @DisplayName("an outage begins when something falls due, not with the silence before")
  void outageBeginsWithDemand() {
    Histories history = new Histories().ok(0, 1).failed(40, 41).failed(49, 50).ok(55, 56);
    assertThat(outages(history)).containsExactly(new Outage(millis(40), millis(56)));
  }

  @Test
  @DisplayName("fast failures are one outage as long as something keeps falling due")
  void fastFailures() {
    Histories history = new Histories();
    for (int i = 100; i < 150; i += 5) {
      history.failed(i, i + 1);
    }
    history.ok(150, 151);
    assertThat(outages(history)).containsExactly(new Outage(millis(100), millis(151)));
  }

  @Test
  @DisplayName("an outage that nobody probes ends with the last operation given up")
  void silenceEndsAnOutage() {
    Histories history = new Histories().unknown(100, 120).ok(500, 501);
    assertThat(outages(history)).containsExactly(new Outage(millis(100), millis(120)));
    assertThat(outages(new Histories().unknown(100, 120)))
        .containsExactly(new Outage(millis(100), millis(120)));
  }

  @Test
  @DisplayName("an outage that never ends lasts to the end of the measurement")
  void unendingOutage() {
    Histories history = new Histories().ok(0, 1).unknown(500, 1500).failed(600, 610);
    assertThat(outages(history)).containsExactly(new Outage(millis(500), SECOND));
    Histories late = new Histories().ok(500, 1500);
    assertThat(outages(late)).containsExactly(new Outage(millis(500), SECOND));
  }

  @Test
  @DisplayName("stretches shorter than a window, and failures among successes, are no outage")
  void noOutage() {
    Histories history = new Histories();
    for (int i = 0; i < 1000; i += 9) {
      history.ok(i, i + 9).failed(i + 1, i + 2);
    }
    assertThat(outages(history)).isEmpty();
    assertThat(outages(new Histories())).isEmpty();
  }

  @Test
  @DisplayName("the time to recover is what remains of the outage at that moment")
  void outageAfter() {
    Availability availability = Availability.of(new Histories().ok(100, 200).list(), SECOND);
    assertThat(availability.outageAfter(millis(150))).isEqualTo(millis(50));
    assertThat(availability.outageAfter(millis(100))).isEqualTo(millis(100));
    assertThat(availability.outageAfter(millis(99))).isZero();
    assertThat(availability.outageAfter(millis(200))).isZero();
  }

  @Test
  @DisplayName("a run without operations and a run without length have nothing to report")
  void nothing() {
    assertThat(Availability.of(List.of(), SECOND).share()).isEqualTo(1);
    Availability instant = Availability.of(new Histories().ok(0, 1).list(), 0);
    assertThat(instant.due()).isZero();
    assertThat(instant.perWindow()).isEmpty();
  }

  private static List<Outage> outages(Histories history) {
    return Availability.of(history.list(), SECOND).outages();
  }
}
