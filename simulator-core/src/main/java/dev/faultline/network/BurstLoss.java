package dev.faultline.network;

import dev.faultline.values.Share;
import java.time.Duration;

/**
 * Loss that comes in bursts: each link is good or bad for exponentially distributed stretches of
 * virtual time. Source: Gilbert, "Capacity of a Burst-Noise Channel", 1960; Elliott 1963.
 *
 * @param good mean length of a good stretch, above 0
 * @param bad mean length of a bad stretch, above 0
 * @param loss share of messages lost in a bad stretch, on top of the link's own loss
 */
public record BurstLoss(Duration good, Duration bad, Share loss) {
  public BurstLoss {
    if (good.isNegative() || good.isZero() || bad.isNegative() || bad.isZero()) {
      throw new IllegalArgumentException("the mean lengths good and bad are above 0");
    }
  }
}
