package dev.faultline.protocols.raft.system;

import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Recovery;
import dev.faultline.values.DurationRange;
import java.time.Duration;

/**
 * How soon a correct Raft system serves again once a majority is up and the network is calm.
 *
 * <p><b>Elections.</b> In the worst case only one of the servers that are up has all committed
 * entries, and it needs the vote of each of the others. Its election timer runs out within the
 * longest timeout, again and again, because a candidate with an older log does not restart it. Its
 * attempt is in vain only if another server's timer runs out within the time <i>w</i> that it takes
 * to make a term durable and to tell the others, before or after: then one of the others has
 * already given its vote of that term away. With timeouts drawn from a range of width <i>r</i> and
 * <i>s</i> servers up, that is the split vote of the dissertation's section 9.2 with the least
 * possible majority,
 *
 * <pre>  P = 1 - (1 - l)^s,  l = 2w / r,</pre>
 *
 * and draws are fresh for each attempt, so that <i>k</i> attempts fail together with probability
 * P<sup>k</sup>. The bound allows the smallest k for which this is below 1e-9, each with the
 * longest timeout, and one more in which the state that the faults left behind clears up: an
 * isolated leader or a server that returns with a newer term.
 *
 * <p><b>Catching up.</b> The leader brings a majority up to date at a batch per round trip and
 * sync; the bound grows by that with every entry there is.
 *
 * <p><b>Clients.</b> A client may have to try every server in turn before it meets one that knows
 * the leader, and once more.
 *
 * <p>A range of timeouts so narrow that nearly all votes split has no useful bound; P counts as at
 * most 0.99.
 */
final class RecoveryBound {
  /** The longest sync of a healthy disk. */
  static final Duration SYNC = Duration.ofMillis(10);

  private static final DurationRange SYNCS = new DurationRange(Duration.ofMillis(1), SYNC);

  private static final Duration LONGEST_CALM_LATENCY = Duration.ofMillis(1);
  private static final double MISS = 1e-9;
  private static final double MOST_SPLIT = 0.99;

  private final RaftConfig config;
  private final int servers;

  RecoveryBound(RaftConfig config, int servers) {
    this.config = config;
    this.servers = servers;
  }

  Recovery recovery() {
    return new Recovery(
        new Distribution.Constant(latency()),
        new Distribution.Uniform(SYNCS),
        bound(),
        catchUpPerEntry(),
        core());
  }

  /** At most a tenth of a heartbeat: the paper's broadcast time is far below all timeouts (5.6). */
  private Duration latency() {
    Duration tenth = config.heartbeat().dividedBy(10);
    return tenth.compareTo(LONGEST_CALM_LATENCY) < 0 ? tenth : LONGEST_CALM_LATENCY;
  }

  private int core() {
    return servers / 2 + 1;
  }

  private Duration bound() {
    return elections().plus(clients());
  }

  /** The probability that one attempt of the only possible leader fails. */
  double splitVote() {
    Duration range = config.electionTimeout().max().minus(config.electionTimeout().min());
    double window = 2.0 * latency().plus(durable()).toNanos();
    double share = Math.min(1, window / Math.max(1, range.toNanos()));
    return Math.min(MOST_SPLIT, 1 - StrictMath.pow(1 - share, core()));
  }

  private Duration elections() {
    long attempts = (long) Math.ceil(StrictMath.log(MISS) / StrictMath.log(splitVote()));
    Duration attempt = config.electionTimeout().max().plus(exchange()).plus(exchange());
    return attempt.multipliedBy(attempts + 1);
  }

  private Duration catchUpPerEntry() {
    return exchange().dividedBy(config.entriesPerAppend());
  }

  private Duration clients() {
    return config.clientRetry().plus(config.heartbeat()).multipliedBy(servers + 1L);
  }

  /** There, to the disk, and back. */
  private Duration exchange() {
    return latency().multipliedBy(2).plus(durable());
  }

  /** A sync waits for the one that is under way. */
  private static Duration durable() {
    return SYNC.multipliedBy(2);
  }
}
