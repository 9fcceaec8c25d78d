package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import java.util.List;

/** Tells in words which facts lead to a contradiction. */
final class Witnesses {
  private Witnesses() {}

  static List<String> of(Violation violation) {
    return violation.evidence().stream()
        .map(sighting -> sighting.node() + " " + sighting.fact().inWords())
        .toList();
  }
}
