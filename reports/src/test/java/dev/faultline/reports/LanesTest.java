package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.reports.Lanes.Bar;
import dev.faultline.reports.Lanes.Meaning;
import dev.faultline.reports.Lanes.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final double LETTER = 6;

  @Test
  void aLabelStandsInItsBarWhereItFits() {
    Bar bar = lanes(fault("crash n4", 100, 200)).bars().getFirst();
    assertThat(bar.text()).isEqualTo("crash n4");
    assertThat(bar.textX()).isBetween(100.0, 200 - width("crash n4"));
  }

  @Test
  void besideAShortBar() {
    Bar bar = lanes(fault("crash n4", 100, 101)).bars().getFirst();
    assertThat(bar.text()).isEqualTo("crash n4");
    assertThat(bar.textX()).isGreaterThan(100 + Lanes.LEAST_WIDTH);
  }

  @Test
  void beforeAShortBarAtTheEnd() {
    Bar bar = lanes(fault("crash n4", Style.PLOT_WIDTH - 5, Style.PLOT_WIDTH)).bars().getFirst();
    assertThat(bar.textX() + width("crash n4")).isLessThan(Style.PLOT_WIDTH - 5);
  }

  @Test
  void overlappingFaultsTakeLanes() {
    Lanes lanes = lanes(fault("one", 0, 100), fault("two", 50, 150), fault("three", 160, 300));
    assertThat(lanes.bars()).extracting(Bar::lane).containsExactly(0, 1, 0);
    assertThat(lanes.names()).containsExactly("faults", "");
  }

  @Test
  void aLongLabelEndsInAnEllipsis() {
    String label = "partition n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11 n12";
    Bar bar = lanes(fault(label, 100, 110)).bars().getFirst();
    assertThat(bar.text()).startsWith("partition n1 n2").endsWith("…");
    assertThat(width(bar.text())).isLessThanOrEqualTo(230);
  }

  @Test
  void theRecoveryNeedsNoLaneOfItsOwn() {
    Lanes lanes =
        lanes(
            fault("crash n1", 100, 900),
            new Span(Meaning.RECOVERY, "", "recovery", 900, Style.PLOT_WIDTH));
    assertThat(lanes.count()).isOne();
  }

  @Test
  void violationsStandNextToThePlots() {
    Lanes lanes =
        lanes(
            new Span(Meaning.VIOLATION, "", "raft/log-matching", 500, 500),
            fault("crash n1", 100, 300),
            new Span(Meaning.OUTAGE, "", "1.2 s", 110, 180));
    assertThat(lanes.names()).containsExactly("faults", "outages", "violations");
    assertThat(lanes.bars())
        .extracting(bar -> bar.span().meaning())
        .containsExactly(Meaning.FAULT, Meaning.OUTAGE, Meaning.VIOLATION);
  }

  @Test
  void manyFaultsShareALaneForEachKind() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String kind = i % 4 == 0 ? "pause" : "crash";
      spans.add(new Span(Meaning.FAULT, kind, kind + " n1", i * 5, i * 5 + 3));
    }
    Lanes lanes = lanes(spans.toArray(Span[]::new));
    assertThat(lanes.names()).containsExactly("crash ×150", "pause ×50");
    assertThat(lanes.bars()).hasSize(200).allMatch(bar -> bar.text().isEmpty());
  }

  @Test
  void tooManyKindsShareTheLastLane() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      spans.add(new Span(Meaning.FAULT, "kind" + i % 7, "", i * 10, i * 10 + 5));
    }
    assertThat(lanes(spans.toArray(Span[]::new)).names())
        .containsExactly("kind0 ×10", "kind1 ×10", "kind2 ×10", "kind3 ×10", "other ×30");
  }

  @Test
  void manyOutagesKeepOneLane() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      spans.add(new Span(Meaning.OUTAGE, "", "10 ms", i * 8, i * 8 + 5));
    }
    spans.add(new Span(Meaning.OUTAGE, "", "20 ms", 900, 910));
    Lanes lanes = lanes(spans.toArray(Span[]::new));
    assertThat(lanes.names()).containsExactly("outages");
    assertThat(lanes.bars()).hasSize(101);
  }

  @Property(tries = 300)
  void noLabelOfAnOutageCoversAnotherOutage(
      @ForAll @Size(min = 30, max = 60) List<@IntRange(min = 1, max = 12) Integer> steps) {
    List<Span> outages = new ArrayList<>();
    double at = 0;
    for (int step : steps) {
      outages.add(new Span(Meaning.OUTAGE, "", "99.9 ms", at, at + step));
      at += Lanes.LEAST_WIDTH + step;
    }
    Lanes lanes = lanes(outages.toArray(Span[]::new));
    assertThat(lanes.count()).isOne();
    assertNothingIsCovered(lanes);
  }

  @Property(tries = 300)
  void nothingCoversAnythingElse(@ForAll("faults") List<Span> faults) {
    Lanes lanes = lanes(faults.toArray(Span[]::new));
    assertThat(lanes.count()).isLessThanOrEqualTo(5);
    assertNothingIsCovered(lanes);
  }

  @Property(tries = 300)
  void everyFaultIsShown(@ForAll("faults") List<Span> faults) {
    List<Bar> bars = lanes(faults.toArray(Span[]::new)).bars();
    for (Span fault : faults) {
      assertThat(bars)
          .anyMatch(bar -> bar.span().from() <= fault.from() && fault.to() <= bar.span().to());
    }
  }

  @Provide
  Arbitrary<List<Span>> faults() {
    Arbitrary<Span> fault =
        Combinators.combine(
                Arbitraries.of("crash", "partition", "pause"),
                Arbitraries.integers().between(0, Style.PLOT_WIDTH),
                Arbitraries.integers().between(0, 150),
                Arbitraries.strings().alpha().ofLength(8))
            .as((kind, from, length, label) -> fault(kind + label, from, from + length));
    return fault.list().ofMaxSize(40);
  }

  private static void assertNothingIsCovered(Lanes lanes) {
    for (Bar bar : lanes.bars()) {
      assertThat(left(bar)).isGreaterThanOrEqualTo(0);
      assertThat(right(bar)).isLessThanOrEqualTo(Style.PLOT_WIDTH + Lanes.LEAST_WIDTH);
      for (Bar other : lanes.bars()) {
        assertThat(bar == other || bar.lane() != other.lane() || isApart(bar, other))
            .as("%s and %s", bar, other)
            .isTrue();
      }
    }
  }

  private static Lanes lanes(Span... spans) {
    List<Span> byTime = new ArrayList<>(List.of(spans));
    byTime.sort(Comparator.comparingDouble(Span::from));
    return Lanes.of(byTime, LanesTest::width);
  }

  private static Span fault(String label, double from, double to) {
    return new Span(
        Meaning.FAULT,
        label.substring(0, Math.min(5, label.length())),
        label,
        from,
        Math.min(to, Style.PLOT_WIDTH));
  }

  private static double width(String text) {
    return LETTER * text.length();
  }

  private static boolean isApart(Bar bar, Bar other) {
    return right(bar) <= left(other) || right(other) <= left(bar);
  }

  private static double left(Bar bar) {
    return bar.text().isEmpty() ? bar.span().from() : Math.min(bar.span().from(), bar.textX());
  }

  private static double right(Bar bar) {
    return Math.max(bar.span().to(), bar.text().isEmpty() ? 0 : bar.textX() + width(bar.text()));
  }
}
