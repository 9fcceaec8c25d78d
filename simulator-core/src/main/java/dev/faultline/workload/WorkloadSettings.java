package dev.faultline.workload;

import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What clients do.
 *
 * @param service the name of the service they use
 * @param clients how many, {@code c1} onwards; at least 1
 * @param rate operations per second of all clients together, as an open loop: each starts when it
 *     is due or, if its client is busy, as soon as that client is free; empty for a closed loop, in
 *     which a client starts the next operation when the last has ended
 * @param keys how many keys there are, and how often each is used
 * @param mix the share of each kind of operation, by its name
 * @param timeout when an open operation is given up and counts as unknown, and one that still waits
 *     for its client fails without having started; above 0
 */
public record WorkloadSettings(
    String service,
    int clients,
    Optional<Rate> rate,
    Keys keys,
    Map<String, Share> mix,
    Duration timeout) {
  public WorkloadSettings {
    if (clients < 1) {
      throw new IllegalArgumentException("clients is at least 1, got " + clients);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is above 0");
    }
    mix = Collections.unmodifiableMap(new TreeMap<>(mix));
  }

  /**
   * The keys that operations use.
   *
   * @param count how many, {@code k1} onwards; at least 1
   */
  public record Keys(int count, Popularity distribution) {
    public Keys {
      if (count < 1) {
        throw new IllegalArgumentException("count is at least 1, got " + count);
      }
    }
  }

  /** How often each key is used. */
  public enum Popularity {
    /** All equally often. */
    UNIFORM,
    /** The k-th key in proportion to 1/k. */
    ZIPF
  }
}
