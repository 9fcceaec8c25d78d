package dev.faultline.cli;

import dev.faultline.campaign.Hang;
import dev.faultline.cli.fuzz.FailureText;

/** A command cannot go on, because code of the system never returned. */
final class NeverReturned extends RuntimeException {
  private static final long serialVersionUID = 1;

  NeverReturned(Hang hang) {
    super(FailureText.of(hang).strip());
  }
}
