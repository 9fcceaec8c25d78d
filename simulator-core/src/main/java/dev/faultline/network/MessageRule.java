package dev.faultline.network;

import java.util.Optional;

/** Decides the fate of single messages when they are sent. */
public interface MessageRule {
  /**
   * What becomes of a message; empty to leave it to the link. A rule may count, and remove itself
   * from the network when it has judged its last message.
   */
  Optional<Interference> judge(Endpoint from, Endpoint to, Object message);

  /**
   * What is done to a message.
   *
   * @param drop it is lost
   * @param delayNanos it travels so much longer
   * @param copyAfterNanos a second copy follows so much later; negative for none
   * @param corrupt one of its components is altered
   */
  record Interference(boolean drop, long delayNanos, long copyAfterNanos, boolean corrupt) {}
}
