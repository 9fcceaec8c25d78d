package dev.faultline.campaign.swarm;

import dev.faultline.scenario.Possible;
import dev.faultline.scenario.Possible.Between;
import dev.faultline.scenario.Possible.OneOf;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Rate;
import dev.faultline.values.RecordShape;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn when a scenario does not say. Mostly small: few servers, short runs, little load,
 * so that there can be many runs. Times go by the pace of the protocol.
 *
 * @param paceNanos the longest wait that the protocol's configuration names
 */
record Usual(double paceNanos) {
  /** The pace of a protocol whose configuration names no wait, and the limits for others. */
  private static final Duration UNKNOWN = Duration.ofMillis(100);

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Most often three; a single server is a system too. */
  static final Possible<Integer> NODES = new OneOf<>(List.of(1, 1, 2, 3, 3, 3, 3, 4, 4, 5, 5, 7));

  static final Possible<Integer> LINKS = new Between<>(0, 3);
  static final Possible<Integer> CLIENTS = new OneOf<>(List.of(1, 2, 2, 3, 3, 4, 6));
  static final Possible<Integer> KEYS = new OneOf<>(List.of(1, 1, 2, 4));

  static final Possible<Share> LOSS = new Between<>(Share.NONE, new Share(0.3));
  static final Possible<Share> DUPLICATE = new Between<>(Share.NONE, new Share(0.3));
  static final Possible<Share> CORRUPT = new Between<>(Share.NONE, new Share(0.03));
  static final Possible<Share> DAMAGE = new Between<>(Share.NONE, new Share(0.5));
  static final Possible<Boolean> BURST = new OneOf<>(List.of(false, false, false, true));
  static final Possible<Boolean> FIFO = new OneOf<>(List.of(false, false, false, true));
  static final Possible<Boolean> HOLES = new OneOf<>(List.of(false, true));
  static final Possible<Drift> DRIFT = new Between<>(Drift.NONE, Drift.parse("10%"));

  /** The pace of a configuration. */
  static Usual of(Record config) {
    Duration longest = Duration.ZERO;
    RecordShape shape = RecordShape.of(config.getClass());
    for (int i = 0; i < shape.size(); i++) {
      Duration wait = wait(shape.read(config, i));
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    Duration pace = longest.isZero() ? UNKNOWN : longest;
    return new Usual((double) Math.clamp(pace.toNanos(), SHORTEST.toNanos(), LONGEST.toNanos()));
  }

  private static Duration wait(@Nullable Object setting) {
    return switch (setting) {
      case Duration duration -> duration;
      case DurationRange range -> range.max();
      case Optional<?> given -> wait(given.orElse(null));
      case null -> Duration.ZERO;
      default -> Duration.ZERO;
    };
  }

  /** So many times the pace. */
  Duration times(double factor) {
    return Spread.duration(paceNanos * factor);
  }

  /** From so many times the pace to so many, each order of magnitude as likely as any other. */
  Duration drawn(double least, double most, Luck luck) {
    return times(luck.magnitude(least, most));
  }

  Possible<Duration> duration() {
    return new Between<>(times(20), times(80));
  }

  Possible<Duration> serviceTime() {
    return new Between<>(Duration.ZERO, times(0.01));
  }

  Possible<Duration> latency() {
    return new Between<>(times(0.0005), times(0.4));
  }

  Possible<Duration> sync() {
    return new Between<>(times(0.00001), times(0.1));
  }

  Possible<Duration> offset() {
    return new Between<>(Duration.ZERO, times(100));
  }

  Possible<Rate> rate() {
    return new Between<>(perPace(3), perPace(150));
  }

  Possible<Duration> timeout() {
    return new Between<>(times(2), times(8));
  }

  private Rate perPace(double count) {
    return new Rate(Spread.rounded(Math.min(1e6, count * 1e9 / paceNanos)));
  }
}
