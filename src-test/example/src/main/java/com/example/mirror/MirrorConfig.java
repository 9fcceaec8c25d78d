package com.example.mirror;

import dev.faultline.values.About;
import java.time.Duration;

/** How a mirrored register is set up. */
public record MirrorConfig(
    @About("How long anyone waits for an answer before asking again; above 0.") Duration retry) {
  public MirrorConfig {
    if (retry.isNegative() || retry.isZero()) {
      throw new IllegalArgumentException("retry is above 0, got " + retry);
    }
  }
}
