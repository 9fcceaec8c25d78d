package dev.faultline.reports;

import static dev.faultline.reports.SampleRun.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fault.FaultSpan;
import dev.faultline.reports.Bands.Band;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BandsTest {
  /** One column of pixels is one second. */
  private static final long END = Style.PLOT_WIDTH * SECONDS;

  @Test
  void aBandForEachFault() {
    assertThat(bands(fault(10, 25), fault(40, 50)))
        .containsExactly(new Band(10, 25, 1), new Band(40, 50, 1));
  }

  @Test
  void overlappingFaultsAreDarker() {
    assertThat(bands(fault(10, 30), fault(20, 40)))
        .containsExactly(new Band(10, 20, 1), new Band(20, 30, 2), new Band(30, 40, 1));
  }

  @Test
  void moreThanThreeLookLikeThree() {
    assertThat(bands(fault(0, 9), fault(0, 9), fault(0, 9), fault(0, 9)))
        .containsExactly(new Band(0, 9, 3));
  }

  @Test
  void aMomentIsOneColumnWide() {
    assertThat(bands(fault(7, 7))).containsExactly(new Band(7, 8, 1));
  }

  @Test
  void whatIsSkippedOrAfterTheEndIsNotShown() {
    FaultSpan skipped =
        new FaultSpan("f", "crash", "crash", List.of(), SECONDS, 2 * SECONDS, "no leader");
    assertThat(bands(skipped, fault(Style.PLOT_WIDTH + 5, Style.PLOT_WIDTH + 6))).isEmpty();
  }

  @Test
  void bandsEndWithTheAxis() {
    assertThat(bands(fault(Style.PLOT_WIDTH - 10, Style.PLOT_WIDTH + 99)))
        .containsExactly(new Band(Style.PLOT_WIDTH - 10, Style.PLOT_WIDTH, 1));
  }

  @Property(tries = 200)
  void everyColumnShowsHowManyFaultsThereWere(
      @ForAll @Size(max = 30) List<@IntRange(max = 1_000) Integer> starts,
      @ForAll @IntRange(min = 1, max = 300) int length) {
    FaultSpan[] faults =
        starts.stream().map(start -> fault(start, start + length)).toArray(FaultSpan[]::new);
    List<Integer> depths = new ArrayList<>();
    for (int column = 0; column < Style.PLOT_WIDTH; column++) {
      depths.add(0);
    }
    for (Band band : bands(faults)) {
      for (int column = band.from(); column < band.to(); column++) {
        assertThat(depths.set(column, band.depth())).as("column %s", column).isZero();
      }
    }
    for (int column = 0; column < Style.PLOT_WIDTH; column++) {
      int at = column;
      long active = starts.stream().filter(start -> start <= at && at < start + length).count();
      assertThat(depths.get(column)).isEqualTo((int) Math.min(Bands.MOST_DEPTH, active));
    }
  }

  private static List<Band> bands(FaultSpan... faults) {
    return Bands.of(List.of(faults), new TimeScale("s", SECONDS, END));
  }

  private static FaultSpan fault(long from, long to) {
    return new FaultSpan("f", "crash", "crash", List.of(), from * SECONDS, to * SECONDS, "");
  }
}
