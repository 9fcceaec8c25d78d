package dev.faultline.network;

import dev.faultline.random.Sampler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Link settings made ready for many messages, and what they become under noise. */
final class Link {
  final Sampler latency;
  final double loss;
  final double duplicate;
  final double corrupt;
  final @Nullable BurstLoss burst;
  final boolean fifo;

  private final LinkSettings settings;
  private @Nullable Noise lastNoise;
  private @Nullable Link lastUnderNoise;

  Link(LinkSettings settings) {
    this.settings = settings;
    this.latency = settings.latency().sampler();
    this.loss = settings.loss().value();
    this.duplicate = settings.duplicate().value();
    this.corrupt = settings.corrupt().value();
    Optional<BurstLoss> bursts = settings.burst();
    this.burst = bursts.isPresent() ? bursts.get() : null;
    this.fifo = settings.fifo();
  }

  /** This link under noise; the last answer is kept, because noise lasts for many messages. */
  Link under(Noise noise) {
    Link known = lastUnderNoise;
    if (known == null || lastNoise != noise) {
      known = new Link(noise.over(settings));
      lastNoise = noise;
      lastUnderNoise = known;
    }
    return known;
  }
}
