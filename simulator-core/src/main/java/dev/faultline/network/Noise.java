package dev.faultline.network;

import dev.faultline.random.Distribution;
import dev.faultline.values.Share;
import java.util.Optional;

/** Worse conditions on some links for a while: what is given replaces the links' own settings. */
public record Noise(
    LinkFilter links,
    Optional<Distribution> latency,
    Optional<Share> loss,
    Optional<Share> duplicate,
    Optional<Share> corrupt,
    Optional<BurstLoss> burst) {
  LinkSettings over(LinkSettings settings) {
    return new LinkSettings(
        latency.orElse(settings.latency()),
        loss.orElse(settings.loss()),
        duplicate.orElse(settings.duplicate()),
        corrupt.orElse(settings.corrupt()),
        burst.or(settings::burst),
        settings.fifo());
  }
}
