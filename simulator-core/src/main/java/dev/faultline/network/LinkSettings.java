package dev.faultline.network;

import dev.faultline.random.Distribution;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.Optional;

/**
 * How one direction of a link treats messages.
 *
 * @param latency one-way travel time
 * @param loss share of messages lost
 * @param duplicate share of messages delivered twice, the second copy with a travel time of its own
 * @param corrupt share of messages altered on the way
 * @param burst loss in bursts, on top
 * @param fifo a connection: order is kept, and a crash of either end drops what is in flight
 */
public record LinkSettings(
    Distribution latency,
    Share loss,
    Share duplicate,
    Share corrupt,
    Optional<BurstLoss> burst,
    boolean fifo) {
  /** One millisecond, nothing lost, nothing twice. */
  public static final LinkSettings CALM = calm(new Distribution.Constant(Duration.ofMillis(1)));

  /** A faultless link with this latency. */
  public static LinkSettings calm(Distribution latency) {
    return new LinkSettings(latency, Share.NONE, Share.NONE, Share.NONE, Optional.empty(), false);
  }
}
