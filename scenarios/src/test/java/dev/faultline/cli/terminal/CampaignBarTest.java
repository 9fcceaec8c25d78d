package dev.faultline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.Seeds;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CampaignBarTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Ink UNICODE = new Ink(false, true);

  private final CampaignSettings seeds = CampaignSettings.of(new Seeds(1, 10_000));
  private final CampaignBar.State state = new CampaignBar.State(2_500, 3, 2, 5400 * SECOND);

  @Test
  void tellsHowFarItIs() {
    assertThat(bar(seeds, UNICODE).line(state, 10 * SECOND, 120))
        .isEqualTo(
            "█████░░░░░░░░░░░░░░░ 25 % · 2 500 seeds · 3 failures of 2 kinds · 30 s left"
                + " · 250/s · 90 min simulated");
  }

  @Test
  void needsNothingButAscii() {
    assertThat(bar(seeds, Ink.PLAIN).line(state, 10 * SECOND, 120))
        .startsWith("#####............... 25 % | 2 500 seeds | ")
        .matches("\\p{ASCII}*");
  }

  @Test
  void fitsEveryTerminal() {
    CampaignBar bar = bar(seeds, UNICODE);

    IntStream.rangeClosed(10, 130)
        .forEach(
            width -> assertThat(bar.line(state, 10 * SECOND, width).length()).isLessThan(width));
    assertThat(bar.line(state, 10 * SECOND, 40))
        .isEqualTo("25 % · 2 500 seeds · 30 s left · 250/s");
  }

  @Test
  void theTimeMayEndItSooner() {
    CampaignSettings soon = seeds.within(Duration.ofSeconds(20));
    CampaignSettings endless =
        CampaignSettings.of(new Seeds(1, Long.MAX_VALUE)).within(Duration.ofSeconds(40));

    assertThat(bar(soon, UNICODE).line(state, 10 * SECOND, 60))
        .startsWith("50 % ")
        .contains("10 s left");
    assertThat(bar(endless, UNICODE).line(state, 10 * SECOND, 60))
        .startsWith("25 % ")
        .contains("30 s left");
  }

  @Test
  void saysNothingItCannotKnow() {
    CampaignBar.State none = new CampaignBar.State(0, 0, 0, 0);

    assertThat(bar(seeds, UNICODE).line(none, 3 * SECOND, 100))
        .isEqualTo("0 seeds · no failure · 0/s · 0 ns simulated");
  }

  private static CampaignBar bar(CampaignSettings settings, Ink ink) {
    return new CampaignBar(settings, ink, true);
  }
}
