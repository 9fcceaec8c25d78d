package dev.faultline.network;

import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.Distribution;
import java.util.HashMap;
import java.util.Map;

/**
 * Which links are in a bad stretch. The n-th stretch of a link is drawn by (link, n), so its state
 * is a function of virtual time alone: how many messages use the link does not matter, nor whether
 * other burst loss held there for a while.
 */
final class Bursts {
  private record Key(long link, BurstLoss burst) {}

  private static final class Stretch {
    private boolean bad;
    private long number;
    private long end;
  }

  private final Choices choices;
  private final Map<Key, Stretch> stretches = new HashMap<>();

  Bursts(Choices choices) {
    this.choices = choices;
  }

  boolean isBad(long link, BurstLoss burst, long now) {
    Stretch stretch =
        stretches.computeIfAbsent(
            new Key(link, burst),
            key -> {
              Stretch first = new Stretch();
              first.end = length(link, burst, first);
              return first;
            });
    while (now >= stretch.end) {
      stretch.bad = !stretch.bad;
      stretch.number++;
      stretch.end += length(link, burst, stretch);
    }
    return stretch.bad;
  }

  private long length(long link, BurstLoss burst, Stretch stretch) {
    long bits = choices.bits(Decision.BURST, link, stretch.number, 0);
    Distribution lengths = new Distribution.Exponential(stretch.bad ? burst.bad() : burst.good());
    return Math.max(1, lengths.sample(bits));
  }
}
