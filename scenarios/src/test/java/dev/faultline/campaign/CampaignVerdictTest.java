package dev.faultline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Verdict;
import dev.faultline.values.Share;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CampaignVerdictTest {
  private static final Share ONE_PERCENT = Share.parse("1%");
  private static final SeedCounts FINE = new SeedCounts(100, 0, 0, 0);
  private static final Coverage FULL = coverage(100, 100);

  @Test
  void allIsWell() {
    assertThat(verdict(new CampaignEnd.AllSeeds(), FINE, FULL))
        .isEqualTo(new CampaignVerdict(Verdict.PASS, List.of()));
    assertThat(verdict(new CampaignEnd.TimeUp(), FINE, FULL).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCampaignThatWasCutShortIsUndecided() {
    assertThat(verdict(new CampaignEnd.Interrupted(), FINE, FULL))
        .isEqualTo(new CampaignVerdict(Verdict.UNDECIDED, List.of("the campaign was interrupted")));
    assertThat(verdict(new CampaignEnd.Broke(8, new OutOfMemoryError()), FINE, FULL).doubts())
        .containsExactly("the campaign broke off in seed 8");
  }

  @Test
  void noSeedDecidesNothing() {
    assertThat(verdict(new CampaignEnd.TimeUp(), SeedCounts.NONE, coverage(0, 0)))
        .isEqualTo(new CampaignVerdict(Verdict.UNDECIDED, List.of("no seed was run to its end")));
  }

  @Test
  void fewSeedsMayBeUndecided() {
    assertThat(verdict(new SeedCounts(99, 0, 1, 0)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(verdict(new SeedCounts(98, 0, 2, 0)))
        .isEqualTo(
            new CampaignVerdict(
                Verdict.UNDECIDED, List.of("2 of 100 seeds are undecided; at most 1% may be")));
  }

  @Test
  void someSeedHasToAchieveSomething() {
    assertThat(verdict(new SeedCounts(1, 0, 0, 99)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(verdict(new SeedCounts(0, 0, 0, 100)))
        .isEqualTo(
            new CampaignVerdict(Verdict.UNDECIDED, List.of("no operation succeeded in any seed")));
  }

  @Test
  void whatIsRequiredHasToHappenInSomeSeed() {
    assertThat(verdict(new CampaignEnd.AllSeeds(), FINE, coverage(1, 1)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(verdict(new CampaignEnd.AllSeeds(), FINE, coverage(0, 1)).doubts())
        .containsExactly("some/check never had anything to judge");
    assertThat(verdict(new CampaignEnd.AllSeeds(), FINE, coverage(1, 0)).doubts())
        .containsExactly("some/sign never happened");
  }

  @Test
  void moreMayBeKnownThanTheSeedsTell() {
    CampaignVerdict pass = new CampaignVerdict(Verdict.PASS, List.of());

    assertThat(pass.broken().verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(pass.doubting("rain"))
        .isEqualTo(new CampaignVerdict(Verdict.UNDECIDED, List.of("rain")));
    assertThat(pass.broken().doubting("rain").verdict()).isEqualTo(Verdict.VIOLATION);
  }

  private static CampaignVerdict verdict(SeedCounts counts) {
    return verdict(new CampaignEnd.AllSeeds(), counts, FULL);
  }

  private static CampaignVerdict verdict(CampaignEnd end, SeedCounts counts, Coverage coverage) {
    CampaignResult result =
        new CampaignResult(end, counts, List.of(), coverage, List.of(), 0, 0, 0);
    return CampaignVerdict.of(result, ONE_PERCENT);
  }

  private static Coverage coverage(long check, long sign) {
    return new Coverage(
        new TreeMap<>(),
        new TreeMap<>(
            Map.of(
                "some/sign", new Coverage.Sign(true, sign),
                "optional/sign", new Coverage.Sign(false, 0))),
        new TreeMap<>(Map.of("some/check", check)));
  }
}
