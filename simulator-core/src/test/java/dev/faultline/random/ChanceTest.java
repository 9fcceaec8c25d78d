package dev.faultline.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.random.Chance.Priorities;
import dev.faultline.random.Chance.Salt;
import dev.faultline.values.Hash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static final Duration END = Duration.ofSeconds(10);
  private static final Choices SEED = new KeyedChoices(1);
  private static final List<Long> LINKS =
      IntStream.range(0, 400).mapToObj(i -> Hash.of("link" + i)).toList();

  private static long at(Duration time) {
    return time.toNanos();
  }

  private static Choices prioritised(Duration... changes) {
    return new Chance(List.of(), Optional.of(new Priorities(5, List.of(changes)))).choices(1, END);
  }

  private static Choices salted(Salt... salts) {
    return new Chance(List.of(salts), Optional.empty()).choices(1, END);
  }

  @Test
  @DisplayName("without salts and priorities the seed answers")
  void plain() {
    assertThat(Chance.PLAIN.choices(1, END).bits(Decision.DELAY, 2, 3, 4))
        .isEqualTo(SEED.bits(Decision.DELAY, 2, 3, 4));
  }

  @Test
  @DisplayName(
      "each salt makes another future from its own moment on, in whatever order they stand")
  void salts() {
    Salt early = new Salt(Duration.ofSeconds(1), 7);
    Salt late = new Salt(Duration.ofSeconds(2), 8);
    Choices both = salted(late, early);
    for (long when : List.of(0L, at(early.from()) - 1)) {
      assertThat(both.bits(Decision.LOSS, 1, when, 0))
          .isEqualTo(SEED.bits(Decision.LOSS, 1, when, 0));
    }
    long between = at(early.from());
    assertThat(both.bits(Decision.LOSS, 1, between, 0))
        .isEqualTo(salted(early).bits(Decision.LOSS, 1, between, 0))
        .isNotEqualTo(SEED.bits(Decision.LOSS, 1, between, 0));
    long after = at(late.from());
    assertThat(both.bits(Decision.LOSS, 1, after, 0))
        .isEqualTo(salted(early, late).bits(Decision.LOSS, 1, after, 0))
        .isNotEqualTo(salted(early).bits(Decision.LOSS, 1, after, 0));
  }

  @Test
  @DisplayName("a link keeps its place in the distribution, and links differ")
  void constantSpeeds() {
    Choices choices = prioritised();
    for (long link : LINKS) {
      assertThat(choices.bits(Decision.DELAY, link, 0, 0))
          .isEqualTo(choices.bits(Decision.DELAY, link, at(END) - 1, 3));
    }
    long slow = LINKS.stream().filter(link -> choices.bits(Decision.DELAY, link, 0, 0) < 0).count();
    assertThat(slow).isBetween(150L, 250L);
    assertThat(choices.bits(Decision.DUPLICATE_DELAY, 1, 0, 0))
        .as("a copy does not arrive with the message")
        .isNotEqualTo(choices.bits(Decision.DELAY, 1, 0, 0));
  }

  @Test
  @DisplayName("at a change point about a quarter of the links gets another place, for good")
  void changePoints() {
    Duration change = Duration.ofSeconds(3);
    Choices choices = prioritised(change, Duration.ofSeconds(6));
    long changed =
        LINKS.stream()
            .filter(link ->
                choices.bits(Decision.DELAY, link, at(change) - 1, 0)
                    != choices.bits(Decision.DELAY, link, at(change), 0))
            .count();
    assertThat(changed).isBetween(60L, 140L);
    for (long link : LINKS) {
      assertThat(choices.bits(Decision.DELAY, link, at(change), 0))
          .isEqualTo(choices.bits(Decision.DELAY, link, at(Duration.ofSeconds(6)) - 1, 0));
    }
  }

  @Test
  @DisplayName("only delays have priorities, and none when the faults are over")
  void others() {
    Choices choices = prioritised(Duration.ofSeconds(1));
    for (Decision decision : Decision.values()) {
      assertThat(choices.bits(decision, 1, 5, 0) != SEED.bits(decision, 1, 5, 0))
          .as(decision.name())
          .isEqualTo(decision.isDelay());
      assertThat(choices.bits(decision, 1, at(END), 0))
          .isEqualTo(SEED.bits(decision, 1, at(END), 0));
    }
  }
}
