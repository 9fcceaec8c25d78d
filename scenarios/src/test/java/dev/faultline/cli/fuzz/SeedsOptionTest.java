package dev.faultline.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.campaign.Seeds;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedsOptionTest {
  @Test
  void aNumberCountsFromTheBaseSeed() {
    assertThat(SeedsOption.parse("50", Optional.empty())).isEqualTo(new Seeds(1, 50));
    assertThat(SeedsOption.parse("50", Optional.of("7"))).isEqualTo(new Seeds(7, 50));
    assertThat(SeedsOption.from(Optional.of("-7"))).isEqualTo(new Seeds(-7, Long.MAX_VALUE));
  }

  @Test
  void aRangeHasBothItsEnds() {
    assertThat(SeedsOption.parse("7..9", Optional.empty())).isEqualTo(new Seeds(7, 3));
    assertThat(SeedsOption.parse("-2..2", Optional.empty())).isEqualTo(new Seeds(-2, 5));
    assertThat(SeedsOption.parse("4..4", Optional.empty())).isEqualTo(new Seeds(4, 1));
  }

  @Test
  void aTextBecomesItsHash() {
    long one = SeedsOption.from(Optional.of("b0f68f8")).first();

    assertThat(one).isBetween(0L, 1L << 49);
    assertThat(SeedsOption.from(Optional.of("b0f68f8")).first()).isEqualTo(one);
    assertThat(SeedsOption.from(Optional.of("b0f68f9")).first()).isNotEqualTo(one);
    String commit = "1234567890123456789012345678901234567890";
    assertThat(SeedsOption.from(Optional.of(commit)).first()).isBetween(0L, 1L << 49);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    for (String seeds :
        new String[] {"9223372036854775808", "0..9223372036854775807", "5..4", "1..", "1.5"}) {
      assertThatThrownBy(() -> SeedsOption.parse(seeds, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("--seeds: ");
    }
  }
}
