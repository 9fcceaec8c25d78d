package dev.faultline.campaign.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.search.Search;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Flaw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Flaw R01 = new Flaw("R01", "Commits by counting.", "a paper");
  private static final Flaw R04 = new Flaw("R04", "Forgets votes.", "another");
  private static final int MOST = 100;
  private static final Scenario ANY =
      new ScenarioLoader(Protocols.installed())
          .parse("system: { protocol: raft }\n", "any", List.of());

  private static Hunt caught(int seeds, String check) {
    return new Hunt(seeds, Optional.of(new Hunt.Caught(check, ANY, 10)), 10, seeds * 1_000_000L);
  }

  private static Hunt missed() {
    return new Hunt(MOST, Optional.empty(), 10, MOST * 1_000_000L);
  }

  private static Tally tally(Flaw flaw, Search search, int... seeds) {
    return new Tally(
        flaw, search, Arrays.stream(seeds).mapToObj(count -> caught(count, "a")).toList());
  }

  private static ScorePlan plan(long baseSeed, Search... searches) {
    return new ScorePlan("raft", List.of(R01, R04), List.of(searches), 4, MOST, 50, baseSeed, 1);
  }

  @Test
  @DisplayName("quantiles are seeds of campaigns; one that found nothing needed more than it had")
  void quantiles() {
    Tally tally =
        new Tally(
            R01,
            Search.RANDOM,
            List.of(caught(30, "a"), missed(), caught(10, "b"), caught(20, "a")));
    assertThat(tally.seedsAt(0.25)).isEqualTo(10);
    assertThat(tally.seedsAt(0.5)).isEqualTo(20);
    assertThat(tally.seedsAt(0.75)).isEqualTo(30);
    assertThat(tally.seedsAt(1)).isEqualTo(MOST + 1);
    assertThat(tally.caught()).isEqualTo(3);
    assertThat(tally.checks()).containsExactly(Map.entry("a", 2L), Map.entry("b", 1L));
    assertThat(tally.medianNanos()).isEqualTo(20_000_000);
  }

  @Test
  @DisplayName("a flaw counts as caught when every campaign found it")
  void all() {
    assertThat(tally(R01, Search.RANDOM, 3, 1).isCaught()).isTrue();
    assertThat(new Tally(R01, Search.RANDOM, List.of(missed(), caught(1, "a"))).isCaught())
        .isFalse();
  }

  @Test
  @DisplayName("equal campaigns compare as 1, beyond doubt neither better nor worse")
  void equal() {
    Tally random = tally(R01, Search.RANDOM, 3, 50, 7, 9);
    Ratio ratio = Ratio.of(List.of(random), List.of(random));
    assertThat(ratio).isEqualTo(new Ratio(1, 1, 1));
    assertThat(ratio.isBetter() || ratio.isWorse()).isFalse();
  }

  @Test
  @DisplayName("half the seeds in every campaign are better beyond doubt, and worse the other way")
  void better() {
    List<Tally> slow = List.of(tally(R01, Search.RANDOM, 20, 60, 8, 40));
    List<Tally> fast = List.of(tally(R01, Search.PCT, 10, 30, 4, 20));
    assertThat(Ratio.of(slow, fast).value()).isEqualTo(2, within(1e-9));
    assertThat(Ratio.of(slow, fast).isBetter()).isTrue();
    assertThat(Ratio.of(fast, slow).value()).isEqualTo(0.5, within(1e-9));
    assertThat(Ratio.of(fast, slow).isWorse()).isTrue();
  }

  @Test
  @DisplayName("one lucky campaign leaves doubt")
  void doubt() {
    Ratio ratio =
        Ratio.of(
            List.of(tally(R01, Search.RANDOM, 10, 10, 10, 100)),
            List.of(tally(R01, Search.PCT, 11, 12, 11, 10)));
    assertThat(ratio.value()).isGreaterThan(2);
    assertThat(ratio.low()).isLessThan(1);
    assertThat(ratio.isBetter()).isFalse();
  }

  @Test
  @DisplayName("over several flaws the geometric mean counts, so none outweighs the others")
  void geometricMean() {
    List<Tally> random =
        List.of(tally(R01, Search.RANDOM, 40, 40), tally(R04, Search.RANDOM, 1, 1));
    List<Tally> other = List.of(tally(R01, Search.PCT, 10, 10), tally(R04, Search.PCT, 4, 4));
    assertThat(Ratio.of(random, other).value()).isEqualTo(1, within(1e-9));
  }

  @Test
  @DisplayName("a flaw that a campaign misses, a false alarm, or nothing tried, is wanting")
  void wanting() {
    Tally good = tally(R01, Search.RANDOM, 1, 2, 3, 4);
    Tally bad = new Tally(R04, Search.RANDOM, List.of(missed(), caught(1, "a")));
    Tally lost = new Tally(R04, Search.PCT, List.of(missed(), missed()));
    assertThat(score(List.of(good), 0).isWanting()).isFalse();
    assertThat(score(List.of(good, bad), 0).isWanting()).isTrue();
    assertThat(score(List.of(good, lost), 0).isWanting()).isFalse();
    assertThat(score(List.of(good), 1).isWanting()).isTrue();
    assertThat(score(List.of(good), new SeedCounts(0, 0, 49, 1)).isWanting()).isTrue();
  }

  private static Score score(List<Tally> tallies, long failed) {
    return score(tallies, new SeedCounts(49 - failed, failed, 0, 1));
  }

  private static Score score(List<Tally> tallies, SeedCounts counts) {
    Patrol patrol = new Patrol(Search.RANDOM, counts, List.<FailureGroup>of(), 10, 1);
    return new Score(
        plan(ScorePlan.FIRST_REPORTED_SEED, Search.RANDOM),
        tallies,
        List.of(patrol),
        new TreeMap<>());
  }

  @Test
  @DisplayName("the table shows flaws, strategies with what the intervals tell, and the rest")
  void table() {
    List<Tally> tallies =
        List.of(
            tally(R01, Search.RANDOM, 20, 60, 8, 40),
            tally(R01, Search.PCT, 10, 30, 4, 20),
            tally(R04, Search.RANDOM, 4, 4, 4, 4),
            tally(R04, Search.PCT, 4, 4, 4, 4));
    Patrol patrol =
        new Patrol(
            Search.RANDOM, new SeedCounts(48, 0, 1, 1), List.of(), 12_000_000, 6_000_000_000L);
    Score score =
        new Score(
            plan(1, Search.RANDOM, Search.PCT),
            tallies,
            List.of(patrol),
            new TreeMap<>(
                Map.of(
                    "R01",
                    List.of(
                        new Shrunk(21, 3_000_000),
                        new Shrunk(34, 1_000_000),
                        new Shrunk(9, 7_000_000)))));
    assertThat(ScoreTable.of(score, "1.0", "faultline score", "a machine").lines())
        .contains(
            "Some of these seeds were used for tuning: the figures flatter.",
            "| R01 | 20 | 8 to 40 | 60 |  | 20 ms | 3 ms | 21, 34 | a 4× |",
            "| R04 | 4 | 4 to 4 | 4 |  | 4 ms |  |  | a 4× |",
            "| R01 | 20 | 10 | **2.00 (2.00 to 2.00)** |",
            "| R04 | 4 | 4 | 1.00 (1.00 to 1.00) |",
            "| random | 50 | 0 | 1 | 1 | 2,000,000 |");
  }
}
